"""User and sign-in: by account name, e-mail or NIP. Who the person is and what they may do stand in `organisations`."""
