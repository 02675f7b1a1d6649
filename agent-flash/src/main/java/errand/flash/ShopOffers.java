package errand.flash;

import errand.agent.Describe;
import java.util.List;

/** Shops that fit. */
record ShopOffers(@Describe("Open ones first, then the nearest") List<ShopOffer> offers) {}
