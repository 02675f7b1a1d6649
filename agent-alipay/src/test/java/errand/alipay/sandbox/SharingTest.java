package errand.alipay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Payee;
import errand.alipay.wallet.PaymentLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingTest {

    @Test
    void a_discount_is_spread_in_proportion_over_the_lines_it_is_for() {
        List<Share> shares =
                Sharing.of(
                        List.of(line("a", 300), line("b", 100), line("c", 1_000)),
                        40,
                        line -> !line.quoteId().equals("c"));
        assertThat(shares).extracting(Share::charged).containsExactly(270L, 90L, 1_000L);
    }

    @Test
    void nobody_but_the_person_pays_without_one() {
        assertThat(Sharing.alone(List.of(line("b", 7), line("a", 5))))
                .extracting(Share::charged)
                .containsExactly(5L, 7L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_fen_is_lost_or_made_whatever_is_given_back(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<PaymentLine> lines = new ArrayList<>();
            long total = 0;
            for (int i = 0; i <= random.nextInt(4); i++) {
                long fen = 1 + random.nextLong(10_000_000_000L);
                lines.add(line("q" + i, fen));
                total += fen;
            }
            long discount = random.nextLong(total + 1);
            List<Share> shares = Sharing.of(lines, discount, line -> true);
            assertThat(Authorisation.charged(shares))
                    .as("seed %d", seed)
                    .isEqualTo(total - discount);
            assertThat(shares)
                    .allMatch(share -> share.charged() >= 0 && share.charged() <= share.amount());
            shares.forEach(share -> givesBackExactlyWhatWasCharged(share, random));
        }
    }

    private static void givesBackExactlyWhatWasCharged(Share paid, Random random) {
        Share share = paid;
        long back = 0;
        while (share.left() > 0) {
            long part = random.nextInt(3) == 0 ? share.left() : 1 + random.nextLong(share.left());
            long charged = share.chargedOf(part);
            assertThat(charged).isBetween(0L, part);
            back += charged;
            share =
                    new Share(
                            share.line(),
                            share.charged(),
                            share.refunded() + part,
                            share.refundedCharged() + charged);
        }
        assertThat(back).isEqualTo(paid.charged());
    }

    private static PaymentLine line(String quote, long fen) {
        return new PaymentLine(quote, new Payee("p", "店"), Money.cny(fen));
    }
}
