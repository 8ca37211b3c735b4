"""The workflows of GitHub and GitLab: what others say of them, what they promise, and what they do."""
