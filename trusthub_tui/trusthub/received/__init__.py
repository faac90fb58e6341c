"""What a text or JSON from Twilio says."""
