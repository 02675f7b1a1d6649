package errand.runtime.sandbox;

import errand.agent.Quote;

/** A quote that was given, with what it was given for. */
record StoredQuote(String kind, String user, String offerId, int quantity, Quote quote) {}
