"""The body: channels to people and the door to the web."""
