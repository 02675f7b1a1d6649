package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote.Line;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tickets of one attraction for a day and time slot. */
public record AttractionOffer(
        @Describe("What attraction.quote takes") String offerId,
        @Describe("Name of the attraction") String attraction,
        @Describe("What kind it is 类型: 博物馆, 公园, …") String kind,
        @Describe("Street address, with city and district") String address,
        @Describe("Where it is") Position position,
        @Describe("Kilometres from the place that was said") @Nullable Double kilometres,
        @Describe("MORNING 上午, AFTERNOON 下午 or EVENING 夜场") VisitSlot slot,
        @Describe("From when one is let in") OffsetDateTime from,
        @Describe("Until when one is let in") OffsetDateTime until,
        @Describe("Tickets that can still be had") int ticketsLeft,
        @Describe("For an adult 成人") Money price,
        @Describe("For a child 儿童, 6 to 17 years; younger ones need none") Money childPrice,
        @Describe("For a senior 老人, 60 years and older") Money seniorPrice,
        @Describe("In one line, for a card") String title,
        @Describe("One line per kind of ticket") List<Line> lines,
        @Describe("Key of a picture, relative; no address") String image,
        @Describe("Why it may be the one, in the language of the task") List<String> reasons) {

    public AttractionOffer {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** The same with what speaks for it. */
    public AttractionOffer because(List<String> reasons) {
        return new AttractionOffer(
                offerId,
                attraction,
                kind,
                address,
                position,
                kilometres,
                slot,
                from,
                until,
                ticketsLeft,
                price,
                childPrice,
                seniorPrice,
                title,
                lines,
                image,
                reasons);
    }
}
