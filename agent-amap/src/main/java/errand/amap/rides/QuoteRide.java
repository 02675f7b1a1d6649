package errand.amap.rides;

import errand.agent.Describe;
import errand.amap.maps.SavedPlace;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From where to where a car is wanted, when, and which. */
public record QuoteRide(
        @Describe("Place or address (起点): 西溪园区, 公司, 家, 杭州东站, or lon,lat") String from,
        @Describe("Place or address (终点)") String to,
        @Describe("City in which both lie, where their texts do not say") @Nullable String city,
        @Describe(
                        "When the car comes (用车时间), RFC 3339 with offset, at most 7 days ahead; as soon as possible when not said")
                @Nullable OffsetDateTime departAt,
        @Describe("ECONOMY 快车, COMFORT 专车 or VAN 六座商务车; the cheapest that fits when not said")
                @Nullable CarClass car,
        @Describe("How many ride (乘客人数); 1 when not said") @Nullable Integer passengers,
        @Describe("Places of the person by the names used in from and to, where this step has them")
                @Nullable List<SavedPlace> places) {}
