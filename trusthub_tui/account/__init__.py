"""A Twilio account: credentials, requests, pulling, pushing, following. No screens."""
