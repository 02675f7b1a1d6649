package errand.alipay.sandbox;

import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All quotes of payments; never changed. */
final class PaymentQuotes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    PaymentQuotes(JdbcClient db) {
        this.db = db;
    }

    void add(StoredPaymentQuote quote) {
        db.sql(
                        """
                        insert into alipay.payment_quote
                            (payment_quote_id, user_id, method, red_packet_id, lines, valid_until)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(quote.id())
                .param(quote.user())
                .param(quote.method().name())
                .param(quote.redPacketId())
                .param(JSON.writeValueAsString(quote.lines()))
                .param(quote.validUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Only the person's own. */
    Optional<StoredPaymentQuote> find(String id, String user) {
        return db.sql(
                        """
                        select method, red_packet_id, lines, valid_until from alipay.payment_quote
                        where payment_quote_id = ? and user_id = ?
                        """)
                .params(id, user)
                .query(
                        (row, i) ->
                                new StoredPaymentQuote(
                                        id,
                                        user,
                                        Method.valueOf(row.getString(1)),
                                        row.getString(2),
                                        lines(row.getString(3)),
                                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static List<PaymentLine> lines(String json) {
        return List.of(JSON.readValue(json, PaymentLine[].class));
    }
}
