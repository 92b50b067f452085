"""RPJMD and Renstra: vision to sasaran and IKU, by validity."""
