package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote.Line;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same thing at all its sellers. */
public record GoodsComparison(
        @Describe("What was compared") String title,
        @Describe("Pieces") int quantity,
        @Describe("Cheapest first by payable; those without enough stock last")
                List<Compared> ranked,
        @Describe("In a sentence: who is cheapest, and by how much") String summary) {

    public GoodsComparison {
        ranked = List.copyOf(ranked);
    }

    /** What one seller asks. */
    public record Compared(
            @Describe("1 is the cheapest") int rank,
            @Describe("What to quote") String skuId,
            @Describe("Shop") String seller,
            @Describe("What the listing shows big: the deposit of a presale, else the list price")
                    Money headline,
            @Describe("List price of one piece") Money price,
            @Describe("What all pieces cost in the end") Money payable,
            @Describe("What payable is made of") List<Line> lines,
            @Describe("Why it is so") List<String> reasons,
            @Describe("Deposit of a presale (定金); it is part of payable, not the price")
                    @Nullable Money deposit,
            @Describe("Pieces left today") int stock,
            @Describe("When it arrives if ordered today") LocalDate deliverBy,
            @Describe("Reference of a picture") String image,
            @Describe("Why it stands where it does") String why) {

        public Compared {
            lines = List.copyOf(lines);
            reasons = List.copyOf(reasons);
        }
    }
}
