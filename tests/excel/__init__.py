"""The parts of Debiteuren.xlsm, in the programs that read them."""
