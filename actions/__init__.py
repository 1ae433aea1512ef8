"""rasa-sdk actions: they fill replies from knowledge and run the guides; one per file."""
