import AidModel
