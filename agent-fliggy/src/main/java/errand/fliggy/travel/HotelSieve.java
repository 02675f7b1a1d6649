package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which hotel rooms fit a wish, in which order; the same for every adapter. */
public final class HotelSieve {

    private static final int USUAL_LIMIT = 40;
    private static final double USUAL_KILOMETRES = 5;

    private final HotelSearch wish;
    private final Task task;

    public HotelSieve(HotelSearch wish, Task task) {
        this.wish = wish;
        this.task = task;
    }

    /** Whether a place is as near as is wanted; one that is nowhere is not near anything. */
    public static boolean near(HotelSearch wish, @Nullable Position position) {
        Position near = wish.near();
        return near == null
                || (position != null
                        && near.kilometresTo(position)
                                <= Objects.requireNonNullElse(
                                        wish.withinKilometres(), USUAL_KILOMETRES));
    }

    /**
     * @param all rooms of the city for the nights, in the order in which they fit the text
     */
    public Outcome<HotelOffers> sift(List<HotelOffer> all) {
        List<HotelOffer> fitting = new ArrayList<>(all.stream().filter(this::fits).toList());
        HotelSort order = order();
        if (order != HotelSort.FIT) {
            fitting.sort(by(order));
        }
        List<HotelOffer> shown =
                fitting.stream()
                        .limit(Trips.limit(wish.limit(), USUAL_LIMIT))
                        .map(offer -> offer.because(reasons(offer, fitting)))
                        .toList();
        return Outcome.done(new HotelOffers(shown));
    }

    private HotelSort order() {
        HotelSort said = wish.sortBy();
        if (said != null) {
            return said == HotelSort.DISTANCE && wish.near() == null ? HotelSort.PRICE : said;
        }
        if (wish.text() != null) {
            return HotelSort.FIT;
        }
        return wish.near() != null ? HotelSort.DISTANCE : HotelSort.PRICE;
    }

    private static Comparator<HotelOffer> by(HotelSort order) {
        Comparator<HotelOffer> price = Comparator.comparingLong(offer -> offer.price().amount());
        return switch (order) {
            case PRICE, FIT -> price;
            case STARS ->
                    Comparator.comparingInt(HotelOffer::stars).reversed().thenComparing(price);
            case DISTANCE ->
                    Comparator.comparingDouble(
                                    (HotelOffer offer) ->
                                            Objects.requireNonNullElse(
                                                    offer.kilometres(), Double.MAX_VALUE))
                            .thenComparing(price);
        };
    }

    private boolean fits(HotelOffer offer) {
        int rooms = Trips.people(wish.rooms());
        Integer left = offer.roomsLeft();
        RoomType type = wish.roomType();
        String area = wish.area();
        return (left == null || left >= rooms)
                && (type == null || type == offer.roomType())
                && offer.stars() >= Objects.requireNonNullElse(wish.minStars(), 0)
                && (!Boolean.TRUE.equals(wish.breakfast()) || offer.breakfast())
                && (area == null || offer.address().contains(bare(area)))
                && near(wish, offer.position())
                && Trips.affordable(wish.maxPrice(), offer.price());
    }

    /** 西湖 and 西湖区 are the same. */
    private static String bare(String area) {
        String plain = area.strip();
        return plain.length() > 2 && plain.endsWith("区")
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }

    private List<String> reasons(HotelOffer offer, List<HotelOffer> all) {
        List<String> reasons = new ArrayList<>();
        if (all.stream().noneMatch(other -> other.price().amount() < offer.price().amount())) {
            reasons.add(Refusals.in(task, "价格最低", "Cheapest"));
        }
        Double kilometres = offer.kilometres();
        if (kilometres != null) {
            reasons.add(
                    Refusals.in(
                            task,
                            "距离%.1f公里".formatted(kilometres),
                            "%.1f km away".formatted(kilometres)));
        }
        if (offer.breakfast()) {
            reasons.add(Refusals.in(task, "含早餐", "Breakfast included"));
        }
        Integer left = offer.roomsLeft();
        if (left != null && left <= 3) {
            reasons.add(Refusals.in(task, "仅剩%d间".formatted(left), "Only %d left".formatted(left)));
        }
        return reasons;
    }
}
