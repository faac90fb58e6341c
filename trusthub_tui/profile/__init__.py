"""What a customer profile is: questions, answers, findings. No screens, files, network or clock."""
