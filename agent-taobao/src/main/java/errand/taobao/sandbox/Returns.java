package errand.taobao.sandbox;

import errand.agent.Money;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.ReturnReason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sent back, of which order. */
final class Returns {

    private final JdbcClient db;

    Returns(JdbcClient db) {
        this.db = db;
    }

    /** One return. Fee and refund together are what the goods in it had cost. */
    record Returned(
            String returnId,
            ReturnReason reason,
            List<GoodsLine> lines,
            Money fee,
            Money refund,
            Instant at) {

        Returned {
            lines = List.copyOf(lines);
        }
    }

    /** By order, the first return first. */
    Map<String, List<Returned>> of(List<String> orderIds) {
        Map<String, List<GoodsLine>> lines = lines(orderIds);
        Map<String, List<Returned>> returns = new LinkedHashMap<>();
        db.sql(
                        """
                        select order_id, return_id, reason, fee, refund, returned_at
                        from order_return where order_id = any(?)
                        order by returned_at, return_id
                        """)
                .param(orderIds.toArray(String[]::new))
                .query(
                        row -> {
                            String id = row.getString(2);
                            returns.computeIfAbsent(row.getString(1), fresh -> new ArrayList<>())
                                    .add(
                                            new Returned(
                                                    id,
                                                    ReturnReason.valueOf(row.getString(3)),
                                                    lines.getOrDefault(id, List.of()),
                                                    Money.cny(row.getLong(4)),
                                                    Money.cny(row.getLong(5)),
                                                    row.getObject(6, OffsetDateTime.class)
                                                            .toInstant()));
                        });
        return returns;
    }

    private Map<String, List<GoodsLine>> lines(List<String> orderIds) {
        Map<String, List<GoodsLine>> lines = new LinkedHashMap<>();
        db.sql(
                        """
                        select l.return_id, l.sku_id, l.quantity
                        from order_return_line l join order_return using (return_id)
                        where order_id = any(?) order by l.sku_id
                        """)
                .param(orderIds.toArray(String[]::new))
                .query(
                        row -> {
                            lines.computeIfAbsent(row.getString(1), fresh -> new ArrayList<>())
                                    .add(new GoodsLine(row.getString(2), row.getInt(3)));
                        });
        return lines;
    }

    void add(String orderId, Returned returned, String taskKey) {
        db.sql(
                        """
                        insert into order_return
                            (return_id, task_key, order_id, reason, fee, refund, returned_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        returned.returnId(),
                        taskKey,
                        orderId,
                        returned.reason().name(),
                        returned.fee().amount(),
                        returned.refund().amount(),
                        returned.at().atOffset(ZoneOffset.UTC))
                .update();
        for (GoodsLine line : returned.lines()) {
            db.sql("insert into order_return_line (return_id, sku_id, quantity) values (?, ?, ?)")
                    .params(returned.returnId(), line.skuId(), line.quantity())
                    .update();
        }
    }
}
