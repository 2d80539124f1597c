"""One module per raw format: bytes to recorded rows; and the register of claimants and publishers."""
