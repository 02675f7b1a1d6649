package errand.alipay.live;

import com.alipay.api.AlipayObject;
import com.alipay.api.AlipayResponse;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePagePayModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeCloseResponse;
import com.alipay.api.response.AlipayTradeFastpayRefundQueryResponse;
import com.alipay.api.response.AlipayTradePrecreateResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import errand.agent.Money;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The calls of the open platform that this agent makes, with what each needs and nothing more. */
final class Platform {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_SUBJECT = 128;

    private final Gateway gateway;
    private final LiveProperties properties;

    Platform(Gateway gateway, LiveProperties properties) {
        this.gateway = gateway;
        this.properties = properties;
    }

    /** A link to Alipay's page for a payment; nothing is there at Alipay before it is opened. */
    String page(LivePayment payment, String subject) {
        AlipayTradePagePayModel model = new AlipayTradePagePayModel();
        model.setOutTradeNo(payment.outTradeNo());
        model.setTotalAmount(Yuan.of(payment.total()));
        model.setSubject(subject(subject));
        model.setProductCode("FAST_INSTANT_TRADE_PAY");
        model.setTimeExpire(second(payment.payBy()));
        AlipayTradePagePayRequest request = new AlipayTradePagePayRequest();
        request.setBizModel(model);
        request.setNotifyUrl(properties.notifyUrl());
        request.setReturnUrl(properties.returnUrl());
        return gateway.link(request);
    }

    /** The text of a QR code; again gives one for the same payment. */
    AlipayTradePrecreateResponse qrCode(LivePayment payment, String subject) {
        AlipayTradePrecreateModel model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(payment.outTradeNo());
        model.setTotalAmount(Yuan.of(payment.total()));
        model.setSubject(subject(subject));
        model.setTimeExpire(second(payment.payBy()));
        AlipayTradePrecreateRequest request = new AlipayTradePrecreateRequest();
        request.setNotifyUrl(properties.notifyUrl());
        return call(request, model);
    }

    AlipayTradeQueryResponse query(String outTradeNo) {
        AlipayTradeQueryModel model = new AlipayTradeQueryModel();
        model.setOutTradeNo(outTradeNo);
        return call(new AlipayTradeQueryRequest(), model);
    }

    /**
     * @param outRequestNo the same makes the same refund
     */
    AlipayTradeRefundResponse refund(
            String outTradeNo, String outRequestNo, Money amount, String reason) {
        AlipayTradeRefundModel model = new AlipayTradeRefundModel();
        model.setOutTradeNo(outTradeNo);
        model.setOutRequestNo(outRequestNo);
        model.setRefundAmount(Yuan.of(amount));
        model.setRefundReason(reason);
        return call(new AlipayTradeRefundRequest(), model);
    }

    AlipayTradeFastpayRefundQueryResponse refundQuery(String outTradeNo, String outRequestNo) {
        AlipayTradeFastpayRefundQueryModel model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(outTradeNo);
        model.setOutRequestNo(outRequestNo);
        model.setQueryOptions(List.of("gmt_refund_pay"));
        return call(new AlipayTradeFastpayRefundQueryRequest(), model);
    }

    AlipayTradeCloseResponse close(String outTradeNo) {
        AlipayTradeCloseModel model = new AlipayTradeCloseModel();
        model.setOutTradeNo(outTradeNo);
        return call(new AlipayTradeCloseRequest(), model);
    }

    private <T extends AlipayResponse> T call(
            com.alipay.api.AlipayRequest<T> request, AlipayObject model) {
        request.setBizModel(model);
        return gateway.call(request);
    }

    /** The platform takes no /, = or &amp; in a subject. */
    private static String subject(String text) {
        String plain = text.replaceAll("[/=&\\p{Cntrl}]", " ").strip();
        return plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT) : plain;
    }

    private static String second(Instant at) {
        return SECOND.format(at.atZone(World.ZONE));
    }
}
