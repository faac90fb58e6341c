"""Reading what Twilio sent: e-mails, answers of its API, and codes typed by hand."""
