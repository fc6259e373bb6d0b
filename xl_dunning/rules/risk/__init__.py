"""What the past tells: who paid when, what each step brought, and what that advises."""
