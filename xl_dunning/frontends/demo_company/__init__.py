"""The example company of ``xl-dunning demo``: its data, and the workbook made of them."""
