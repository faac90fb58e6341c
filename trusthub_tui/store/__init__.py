"""The SQLite file: profiles and answers, the address book, submissions."""
