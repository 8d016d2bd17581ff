"""What a person can ask for, one gesture a file."""
