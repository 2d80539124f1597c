"""Who a sentence says has said it."""
