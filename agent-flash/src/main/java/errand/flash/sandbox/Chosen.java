package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import errand.flash.sandbox.Extras.Choice;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slip.Wanted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** So many of an item, made as somebody chose: a line of an order. */
record Chosen(Item item, List<Choice> choices, int quantity) {

    private static final String WITH = "+";

    /** What stands on the slip: {@code F00300-1+iced+large}. */
    String lineId() {
        return choices.stream()
                .map(choice -> WITH + choice.id())
                .collect(Collectors.joining("", item.itemId(), ""));
    }

    /** Reads a line of a slip; empty when the shop does not sell it so. */
    static Optional<Chosen> of(Wanted line, Shop shop, Extras extras) {
        List<String> parts = Arrays.asList(line.itemId().split("\\+"));
        return shop.item(parts.getFirst())
                .flatMap(
                        item ->
                                extras.chosen(
                                                shop.kind(),
                                                item.dish(),
                                                parts.subList(1, parts.size()))
                                        .map(
                                                choices ->
                                                        new Chosen(
                                                                item, choices, line.quantity())));
    }

    Wanted wanted() {
        return new Wanted(lineId(), quantity);
    }

    /** {@code 拿铁（冰，大杯）}. */
    String title() {
        return choices.isEmpty()
                ? item.title()
                : choices.stream()
                        .map(Choice::zh)
                        .collect(Collectors.joining("，", item.title() + "（", "）"));
    }

    Money unit(LocalDate day, Shelf shelf) {
        long extra = choices.stream().mapToLong(Choice::fen).sum();
        return ShopBasket.price(item, day, shelf).plus(Money.cny(extra));
    }

    Quote.Line line(LocalDate day, Shelf shelf) {
        return Quote.Line.of(title(), quantity, unit(day, shelf));
    }
}
