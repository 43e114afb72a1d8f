"""What words are near one another in meaning: small vectors that stages share."""
