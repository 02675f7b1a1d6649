package errand.testkit.vendor;

import errand.testkit.VendorStub;
import errand.testkit.VendorStub.Answer;
import errand.testkit.VendorStub.Asked;
import java.math.BigDecimal;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Alipay's gateway on this machine, as its documents describe it: checks the app's signature, signs
 * what it answers, keeps trades and refunds, and can be told to misbehave.
 */
public final class AlipayStub implements AutoCloseable {

    public static final String APP_ID = "9021000100000001";
    public static final String SELLER_ID = "2088000000000001";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How the next call is answered. */
    public enum Fault {
        /** Signed by somebody else. */
        FORGED,
        /** Not signed at all. */
        UNSIGNED,
        /** 40004, there is no such trade; not signed. */
        UNSIGNED_NO,
        /** 40004, there is no such trade; signed by somebody else. */
        FORGED_NO,
        /** Done, and the connection breaks before the answer is there. */
        LOST,
        /** Done, and the answer comes much too late. */
        LATE,
        /** 20000, isp.unknow-error. */
        TROUBLE,
        /** 40004, ACQ.SYSTEM_ERROR. */
        SYSTEM_ERROR,
        /** 40005, the app calls too often. */
        LIMITED,
        /** 40006, the app lacks the product. */
        NOT_ALLOWED,
        /** A proxy's page. */
        HTML,
        /** JSON, and not what was asked for. */
        OTHER_JSON,
        /** Done, and said not to have moved money. */
        NO_FUND_CHANGE,
        /** 40004, the seller's account is empty. */
        SELLER_EMPTY
    }

    /** One trade; amounts in yuan. */
    private static final class Trade {
        final BigDecimal total;
        String status = "WAIT_BUYER_PAY";
        final Map<String, BigDecimal> refunds = new LinkedHashMap<>();

        Trade(BigDecimal total) {
            this.total = total;
        }

        BigDecimal refunded() {
            return refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private final VendorStub http = VendorStub.start();
    private final Map<String, Trade> trades = new LinkedHashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();

    public AlipayStub() {
        http.on("/gateway.do", this::serve);
    }

    /** Address that the app calls. */
    public URI gateway() {
        return URI.create(http.base() + "/gateway.do");
    }

    /** What was called. */
    public VendorStub http() {
        return http;
    }

    /** How the next calls are answered, one after the other. */
    public synchronized void next(Fault... some) {
        faults.addAll(List.of(some));
    }

    /** The person opens the page, or scans the code, and pays. */
    public synchronized void pay(String outTradeNo, long fen) {
        open(outTradeNo, fen);
        Objects.requireNonNull(trades.get(outTradeNo)).status = "TRADE_SUCCESS";
    }

    /** The person opens the page, or scans the code, and does not pay yet. */
    public synchronized void open(String outTradeNo, long fen) {
        trades.putIfAbsent(outTradeNo, new Trade(BigDecimal.valueOf(fen, 2)));
    }

    /** Sets {@code trade_status} of a trade that is there. */
    public synchronized void status(String outTradeNo, String status) {
        Objects.requireNonNull(trades.get(outTradeNo)).status = status;
    }

    /** How often money was given back of a trade. */
    public synchronized int refunds(String outTradeNo) {
        return Objects.requireNonNull(trades.get(outTradeNo)).refunds.size();
    }

    /**
     * What a notice says, not signed yet: see {@link Rsa2#notice}.
     *
     * @param yuan total of the trade, such as {@code 100.00}
     */
    public static Map<String, String> notice(
            String notifyId, String outTradeNo, String status, String yuan) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("notify_id", notifyId);
        fields.put("app_id", APP_ID);
        fields.put("seller_id", SELLER_ID);
        fields.put("out_trade_no", outTradeNo);
        fields.put("trade_no", "2026112322001");
        fields.put("trade_status", status);
        fields.put("total_amount", yuan);
        fields.put("subject", "花店 100元");
        return fields;
    }

    private Answer serve(Asked asked) {
        Fault fault;
        synchronized (this) {
            fault = faults.poll();
        }
        if (!Rsa2.signedByApp(asked.fields())) {
            return Answer.json(
                    "{\"error_response\":{\"code\":\"40002\",\"msg\":\"Invalid Arguments\",\"sub_code\":\"isv.invalid-signature\"}}");
        }
        String method = Objects.requireNonNull(asked.fields().get("method"));
        if (fault != null) {
            Answer instead = instead(fault, method);
            if (instead != null) {
                return instead;
            }
        }
        JsonNode content = JSON.readTree(asked.fields().getOrDefault("biz_content", "{}"));
        String node;
        synchronized (this) {
            node = JSON.writeValueAsString(answer(method, content, fault));
        }
        Answer answer = signed(method, node, fault);
        if (fault == Fault.LATE) {
            return answer.after(Duration.ofSeconds(3));
        }
        return fault == Fault.LOST ? answer.cutOff() : answer;
    }

    private static @Nullable Answer instead(Fault fault, String method) {
        return switch (fault) {
            case UNSIGNED_NO -> no(method, "40004", "ACQ.TRADE_NOT_EXIST", Fault.UNSIGNED);
            case FORGED_NO -> no(method, "40004", "ACQ.TRADE_NOT_EXIST", Fault.FORGED);
            case TROUBLE -> no(method, "20000", "isp.unknow-error");
            case SYSTEM_ERROR -> no(method, "40004", "ACQ.SYSTEM_ERROR");
            case LIMITED -> no(method, "40005", "isv.app-call-limited");
            case NOT_ALLOWED -> no(method, "40006", "isv.insufficient-isv-permissions");
            case SELLER_EMPTY -> no(method, "40004", "ACQ.SELLER_BALANCE_NOT_ENOUGH");
            case HTML -> Answer.status(502, "<html><body>Bad gateway</body></html>");
            case OTHER_JSON -> Answer.json("{\"hello\":\"world\"}");
            default -> null;
        };
    }

    private static Answer no(String method, String code, String sub) {
        return no(method, code, sub, null);
    }

    private static Answer no(String method, String code, String sub, @Nullable Fault signature) {
        ObjectNode node = JSON.createObjectNode();
        node.put("code", code).put("msg", "no").put("sub_code", sub).put("sub_msg", "不行");
        return signed(method, JSON.writeValueAsString(node), signature);
    }

    private static Answer signed(String method, String node, @Nullable Fault fault) {
        String name = method.replace('.', '_') + "_response";
        if (fault == Fault.UNSIGNED) {
            return Answer.json("{\"%s\":%s}".formatted(name, node));
        }
        KeyPair by = fault == Fault.FORGED ? Rsa2.APP : Rsa2.ALIPAY;
        return Answer.json(
                "{\"%s\":%s,\"sign\":\"%s\"}".formatted(name, node, Rsa2.sign(node, by)));
    }

    private ObjectNode answer(String method, JsonNode content, @Nullable Fault fault) {
        String id = content.path("out_trade_no").asString();
        Trade trade = trades.get(id);
        ObjectNode node = JSON.createObjectNode().put("code", "10000").put("msg", "Success");
        if (method.equals("alipay.trade.precreate")) {
            return node.put("out_trade_no", id).put("qr_code", "https://qr.alipay.example/" + id);
        }
        if (trade == null) {
            return node.put("code", "40004")
                    .put("msg", "Business Failed")
                    .put("sub_code", "ACQ.TRADE_NOT_EXIST");
        }
        node.put("out_trade_no", id).put("trade_no", "20261123" + id.substring(2, 12));
        return switch (method) {
            case "alipay.trade.query" -> query(node, trade);
            case "alipay.trade.refund" -> refund(node, trade, content, fault);
            case "alipay.trade.fastpay.refund.query" -> refundQuery(node, trade, content);
            case "alipay.trade.close" -> close(node, trade);
            default -> node.put("code", "40002").put("sub_code", "isv.invalid-method");
        };
    }

    private static ObjectNode query(ObjectNode node, Trade trade) {
        node.put("trade_status", trade.status)
                .put("total_amount", trade.total.toPlainString())
                .put("buyer_logon_id", "159****5620");
        return trade.status.equals("WAIT_BUYER_PAY")
                ? node
                : node.put("send_pay_date", "2026-11-23 11:00:05");
    }

    private static ObjectNode refund(
            ObjectNode node, Trade trade, JsonNode content, @Nullable Fault fault) {
        BigDecimal amount = new BigDecimal(content.path("refund_amount").asString());
        String number = content.path("out_request_no").asString();
        boolean known = trade.refunds.containsKey(number);
        if (trade.status.equals("WAIT_BUYER_PAY")) {
            return node.put("code", "40004").put("sub_code", "ACQ.TRADE_STATUS_ERROR");
        }
        if (trade.status.equals("TRADE_FINISHED")) {
            return node.put("code", "40004").put("sub_code", "ACQ.TRADE_HAS_FINISHED");
        }
        if (!known && trade.refunded().add(amount).compareTo(trade.total) > 0) {
            return node.put("code", "40004").put("sub_code", "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
        }
        trade.refunds.putIfAbsent(number, amount);
        if (trade.refunded().compareTo(trade.total) == 0) {
            trade.status = "TRADE_CLOSED";
        }
        boolean moved = !known && fault != Fault.NO_FUND_CHANGE;
        return node.put("fund_change", moved ? "Y" : "N")
                .put("refund_fee", trade.refunded().toPlainString());
    }

    private static ObjectNode refundQuery(ObjectNode node, Trade trade, JsonNode content) {
        String number = content.path("out_request_no").asString();
        BigDecimal amount = trade.refunds.get(number);
        return amount == null
                ? node
                : node.put("out_request_no", number)
                        .put("refund_amount", amount.toPlainString())
                        .put("refund_status", "REFUND_SUCCESS")
                        .put("total_amount", trade.total.toPlainString());
    }

    private static ObjectNode close(ObjectNode node, Trade trade) {
        if (!trade.status.equals("WAIT_BUYER_PAY")) {
            return node.put("code", "40004").put("sub_code", "ACQ.TRADE_STATUS_ERROR");
        }
        trade.status = "TRADE_CLOSED";
        return node;
    }

    @Override
    public void close() {
        http.close();
    }
}
