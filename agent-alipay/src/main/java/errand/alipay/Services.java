package errand.alipay;

import errand.alipay.wallet.Books;
import errand.alipay.wallet.Cashier;
import errand.alipay.wallet.Mandates;
import errand.alipay.wallet.Trades;
import errand.alipay.wallet.Transfers;
import errand.alipay.wallet.Wallet;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter can do. What it cannot is null, and the agent does not offer it.
 *
 * @param wallet a person's own money
 * @param trades payments that were made, and refunds
 * @param transfers money to people
 * @param mandates what people allow beforehand
 * @param books daily reports
 * @param cashier payments that the person makes on Alipay's own page
 */
public record Services(
        @Nullable Wallet wallet,
        @Nullable Trades trades,
        @Nullable Transfers transfers,
        @Nullable Mandates mandates,
        @Nullable Books books,
        @Nullable Cashier cashier) {

    public static Services none() {
        return new Services(null, null, null, null, null, null);
    }

    public Services with(Wallet can) {
        return new Services(can, trades, transfers, mandates, books, cashier);
    }

    public Services with(Trades can) {
        return new Services(wallet, can, transfers, mandates, books, cashier);
    }

    public Services with(Transfers can) {
        return new Services(wallet, trades, can, mandates, books, cashier);
    }

    public Services with(Mandates can) {
        return new Services(wallet, trades, transfers, can, books, cashier);
    }

    public Services with(Books can) {
        return new Services(wallet, trades, transfers, mandates, can, cashier);
    }

    public Services with(Cashier can) {
        return new Services(wallet, trades, transfers, mandates, books, can);
    }
}
