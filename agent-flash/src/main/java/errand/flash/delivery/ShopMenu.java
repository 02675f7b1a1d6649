package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;

/** What a shop sells, a page of it. */
public record ShopMenu(
        @Describe("What order.quote takes") String shopId,
        @Describe("Its name") String name,
        @Describe("When it delivers, such as 07:30–21:30") String hours,
        @Describe("Whether it is open at that time") boolean open,
        @Describe("Order goods for at least this (起送价)") Money minimumOrder,
        @Describe("For packing, once an order (包装费)") Money packingFee,
        @Describe("For delivery (配送费)") Money deliveryFee,
        @Describe("What people think of it (评分), 1 to 5") double rating,
        @Describe("A picture, as a data URI") String image,
        @Describe("All sections, in their order") List<Section> sections,
        @Describe("Items of this page, in the order of the menu") List<Entry> items,
        @Describe("This page, from 1") int page,
        @Describe("How many pages there are") int pages) {

    /** A part of the menu. */
    public record Section(String name, int items) {}

    /** Something on the menu with what can be chosen. */
    public record Entry(
            @Describe("What order.quote takes") String itemId,
            @Describe("What it is") String title,
            @Describe("Its English name; empty when there is none") String english,
            @Describe("Section of the menu") String section,
            @Describe("For one, as it comes") Money price,
            @Describe("How many are left that day; 0: sold out (售罄)") int left,
            @Describe("What can be chosen with it; empty when nothing can")
                    List<Options> options) {}

    /** What can be chosen: hot or iced, sizes, sugar, toppings. */
    public record Options(
            @Describe("What it is about, in the person's language") String title,
            @Describe("How many of them can be chosen together") int most,
            @Describe("With one to choose the first is meant when none is named")
                    List<Choice> choices) {}

    /** One of them. */
    public record Choice(
            @Describe("What order.quote takes among a line's options") String id,
            @Describe("In the person's language") String title,
            @Describe("What it costs besides, for one") Money extra) {}
}
