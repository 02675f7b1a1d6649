package errand.taobao;

import errand.agent.Money;

/**
 * Something on sale.
 *
 * @param words what people call it, lower case
 * @param shipDays days until it arrives
 */
record Good(
        String skuId,
        String title,
        String category,
        String words,
        String seller,
        Money price,
        double rating,
        int sold,
        int shipDays) {}
