package errand.alipay.sandbox;

import errand.alipay.wallet.PaymentLine;
import errand.runtime.sandbox.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody's red packets. Whoever uses one writes himself into its row, and only one can: that
 * decides.
 */
final class RedPacketRows {

    private static final String SELECT =
            """
            select p.red_packet_id, title, amount, minimum_spend, payees, expires_at,
                case when taken_by is null then 'usable'
                     when a.state = 'OPEN' then 'reserved' else 'used' end
            from alipay.red_packet p left join alipay.authorisation a
                on a.authorisation_id = p.taken_by\s""";

    /** What everybody is given once: title, fen, minimum, where, days it lasts. */
    private static final List<Gift> GIFTS =
            List.of(
                    new Gift("新人红包 满30减5", 500, 3_000, "*", 30),
                    new Gift("闪购红包 满25减3", 300, 2_500, "flash:*", 7),
                    new Gift("购物津贴 满300减30", 3_000, 30_000, "taobao:*", 15),
                    new Gift("出行红包 满500减20", 2_000, 50_000, "fliggy:*", 30));

    private record Gift(String title, long fen, long minimum, String payees, int days) {}

    private final JdbcClient db;

    RedPacketRows(JdbcClient db) {
        this.db = db;
    }

    /** Gives what everybody is given, to whom has not had it. */
    void greet(String user, Instant now) {
        for (int i = 0; i < GIFTS.size(); i++) {
            Gift gift = GIFTS.get(i);
            add(
                    user,
                    new StoredRedPacket(
                            Ids.ofTask("RP", "gift " + i + " of " + user),
                            gift.title(),
                            gift.fen(),
                            gift.minimum(),
                            gift.payees(),
                            now.plus(Duration.ofDays(gift.days())),
                            "usable"));
        }
    }

    /** One that is there stays as it is. */
    void add(String user, StoredRedPacket packet) {
        db.sql(
                        """
                        insert into alipay.red_packet (red_packet_id, user_id, title, amount,
                            minimum_spend, payees, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(packet.id())
                .param(user)
                .param(packet.title())
                .param(packet.amount())
                .param(packet.minimumSpend())
                .param(packet.payees())
                .param(packet.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of a person, the one that expires first in front. */
    List<StoredRedPacket> of(String user) {
        return db.sql(SELECT + "where p.user_id = ? order by expires_at, p.red_packet_id")
                .param(user)
                .query((row, i) -> packet(row))
                .list();
    }

    /** Only the person's own. */
    Optional<StoredRedPacket> find(String id, String user) {
        return db.sql(SELECT + "where p.red_packet_id = ? and p.user_id = ?")
                .params(id, user)
                .query((row, i) -> packet(row))
                .optional();
    }

    /** Those that could be used for these lines now, the one that gives most in front. */
    List<StoredRedPacket> fitting(String user, List<PaymentLine> lines, Instant now) {
        return of(user).stream()
                .filter(packet -> packet.usable(now) && packet.fits(lines))
                .sorted(Comparator.comparingLong(StoredRedPacket::amount).reversed())
                .toList();
    }

    /** False when somebody else was faster. */
    boolean take(String id, String authorisationId) {
        return db.sql(
                                """
                                update alipay.red_packet set taken_by = ?
                                where red_packet_id = ? and taken_by is null
                                """)
                        .params(authorisationId, id)
                        .update()
                == 1;
    }

    /** Nothing of the payment stands any more: it may be used again, until it expires. */
    void giveBack(String authorisationId) {
        db.sql("update alipay.red_packet set taken_by = null where taken_by = ?")
                .param(authorisationId)
                .update();
    }

    private static StoredRedPacket packet(ResultSet row) throws SQLException {
        return new StoredRedPacket(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7));
    }
}
