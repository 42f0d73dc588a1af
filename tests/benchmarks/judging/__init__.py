"""Findings of real lists as people judged them, and the chance that is learnt from them."""
