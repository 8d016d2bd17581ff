"""The Telegram channel, by python-telegram-bot."""
