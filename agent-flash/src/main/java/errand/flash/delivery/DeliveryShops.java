package errand.flash.delivery;

import errand.agent.Outcome;
import errand.agent.Task;

/**
 * Shops that deliver within the hour, and what they sell: all of it to be read, nothing binds.
 *
 * <p>Promises of every adapter: what is found can be quoted; what was not asked for is proposed and
 * never put among what fits; when nothing fits it says why.
 */
public interface DeliveryShops {

    /**
     * Open shops that sell it; none is no refusal but has a note. Refused: {@code PLACE_UNKNOWN}.
     */
    Outcome<ShopOffers> search(ShopSearch wish, Task task);

    /** A page of a menu. Refused: {@code UNKNOWN_SHOP}, {@code NO_SUCH_PAGE}. */
    Outcome<ShopMenu> menu(MenuWish wish, Task task);

    /**
     * One shop for all of it, else the fewest; minimum orders and fees counted. Refused: {@code
     * PLACE_UNKNOWN}, {@code NO_LINES}, {@code TOO_MANY_ITEMS}, {@code BAD_QUANTITY}.
     */
    Outcome<Bundle> bundle(BundleWish wish, Task task);

    /** What could stand in for it. Refused: {@code UNKNOWN_ITEM}, {@code BAD_QUANTITY}. */
    Outcome<Substitutes> substitutes(SubstituteWish wish, Task task);
}
