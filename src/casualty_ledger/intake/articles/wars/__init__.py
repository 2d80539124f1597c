"""What is known of wars before a text is read: their sides, and the words by which a text names them."""
