package errand.fliggy.sandbox;

import errand.fliggy.travel.Position;
import errand.fliggy.travel.VisitSlot;
import java.util.List;

/**
 * One attraction.
 *
 * @param id one for the whole world
 * @param english its name as foreigners know it
 * @param kind 博物馆, 公园 and so on, Chinese and English
 * @param position GCJ-02, near the real one where it is a real place
 * @param slots when it lets people in
 * @param daily tickets of one slot on an ordinary day
 * @param adultFen a ticket for an adult
 */
record Sight(
        String id,
        String name,
        String english,
        String kind,
        City city,
        String address,
        Position position,
        List<VisitSlot> slots,
        int daily,
        long adultFen) {

    Sight {
        slots = List.copyOf(slots);
    }

    String item(VisitSlot slot) {
        return "A-" + id + "-" + slot;
    }

    /** Children and seniors pay half, to whole yuan. */
    long reducedFen() {
        return Math.max(100, adultFen / 2 / 100 * 100);
    }
}
