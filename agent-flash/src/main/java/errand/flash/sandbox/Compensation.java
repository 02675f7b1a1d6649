package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import errand.flash.delivery.ClaimWish;
import errand.flash.delivery.OrderTracked.Line;
import java.util.List;

/**
 * What is given back for what went wrong, worked out from the lines of the order. Late: the
 * delivery fee and 5 % of the goods from 10 minutes on, 10 % from 20, 30 % from 40, 50 % from 60.
 * Missing or spilled: what these pieces cost; when all of it was missing or spilled, fees as well.
 */
final class Compensation {

    /** Less is no delay. */
    static final int LATE_FROM = 10;

    private Compensation() {}

    /**
     * @param goods lines without fees
     */
    static Money forDelay(Quote quote, List<Line> goods, int minutes) {
        Money delivery = feeCalled("配送费", quote);
        return delivery.plus(Money.cny(sum(goods).amount() * percent(minutes) / 100));
    }

    static int percent(int minutes) {
        if (minutes < LATE_FROM) {
            return 0;
        }
        if (minutes < 20) {
            return 5;
        }
        if (minutes < 40) {
            return 10;
        }
        return minutes < 60 ? 30 : 50;
    }

    /**
     * @param claimed lines of the order that are claimed, each once
     * @param allOfIt whether with this nothing of the order is left unclaimed
     */
    static Money forPieces(
            Quote quote, List<Line> goods, List<ClaimWish.Line> claimed, boolean allOfIt) {
        Money pieces =
                claimed.stream()
                        .map(line -> unit(goods, line.itemId()).times(line.quantity()))
                        .reduce(Money.cny(0), Money::plus);
        return allOfIt ? pieces.plus(quote.total().minus(sum(goods))) : pieces;
    }

    private static Money unit(List<Line> goods, String itemId) {
        return goods.stream()
                .filter(line -> line.itemId().equals(itemId))
                .map(Line::unit)
                .findFirst()
                .orElse(Money.cny(0));
    }

    private static Money feeCalled(String title, Quote quote) {
        return quote.lines().stream()
                .filter(line -> line.title().equals(title))
                .map(Quote.Line::amount)
                .findFirst()
                .orElse(Money.cny(0));
    }

    private static Money sum(List<Line> goods) {
        return goods.stream().map(Line::amount).reduce(Money.cny(0), Money::plus);
    }
}
