package errand.fliggy.live;

/** An offer and the seller's page for it. */
record Listing<O>(O offer, String url) {}
