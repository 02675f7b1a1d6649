package errand.flash;

import errand.agent.Describe;

/** What is wanted and where to. */
record ShopSearch(
        @Describe("Goods or kind of shop: 拿铁, 奶茶, 药店") String text,
        @Describe("Where it is to be delivered: 西溪园区") String near) {}
