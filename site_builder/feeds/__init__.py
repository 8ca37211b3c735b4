"""What the site tells feed readers and podcast apps: data → bytes. Only this room imports feedgen."""
