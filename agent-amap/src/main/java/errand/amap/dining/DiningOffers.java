package errand.amap.dining;

import errand.agent.Describe;
import java.util.List;

/** Tables that fit. */
public record DiningOffers(
        @Describe(
                        "Nearest to the wished time first, then best visited; at most 10, one of each house")
                List<DiningOffer> offers) {}
