"""The directory of an Active Directory domain: who has an account, and who is in which group."""
