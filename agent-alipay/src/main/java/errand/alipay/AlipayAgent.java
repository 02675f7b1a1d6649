package errand.alipay;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Balance;
import errand.alipay.wallet.Books;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.Cashier;
import errand.alipay.wallet.CloseMandate;
import errand.alipay.wallet.ClosePayment;
import errand.alipay.wallet.DailyReport;
import errand.alipay.wallet.ListMandates;
import errand.alipay.wallet.ListMethods;
import errand.alipay.wallet.ListRedPackets;
import errand.alipay.wallet.MandateList;
import errand.alipay.wallet.MandateTerms;
import errand.alipay.wallet.Mandates;
import errand.alipay.wallet.Methods;
import errand.alipay.wallet.OpenedMandate;
import errand.alipay.wallet.PaymentClosed;
import errand.alipay.wallet.PaymentQuote;
import errand.alipay.wallet.PaymentRequested;
import errand.alipay.wallet.PaymentState;
import errand.alipay.wallet.QueryPayment;
import errand.alipay.wallet.QuotePayment;
import errand.alipay.wallet.QuoteTransfer;
import errand.alipay.wallet.ReadBalance;
import errand.alipay.wallet.ReadStatement;
import errand.alipay.wallet.Reconcile;
import errand.alipay.wallet.RedPackets;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.alipay.wallet.ReleaseReservation;
import errand.alipay.wallet.ReleasedReservation;
import errand.alipay.wallet.RequestPayment;
import errand.alipay.wallet.Reserve;
import errand.alipay.wallet.Reserved;
import errand.alipay.wallet.SendTransfer;
import errand.alipay.wallet.Statement;
import errand.alipay.wallet.Trades;
import errand.alipay.wallet.TransferQuote;
import errand.alipay.wallet.TransferSent;
import errand.alipay.wallet.Transfers;
import errand.alipay.wallet.VoidPayment;
import errand.alipay.wallet.Voided;
import errand.alipay.wallet.Wallet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What Alipay can do: say what a person has and how they can pay, reserve money, pay it out, give
 * it back, send it to people; keep what people allowed beforehand; report on a day. Offers what its
 * adapter can do and nothing else.
 */
@Component
public final class AlipayAgent implements Agent {

    private final Services services;

    @Autowired
    public AlipayAgent(Services services) {
        this.services = services;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of("alipay");
        if (services.wallet() != null) {
            wallet(table, services.wallet());
        } else {
            table.limited(
                    "支付宝只对商家开放收款：这里能请您在支付宝页面付款、查询这笔付款和退款，不能动用您的余额，也不能冻结、转账或免密支付。",
                    "Alipay's open platform lets a merchant be paid: a person can be asked to pay on Alipay's page (alipay.payment.request), which can be looked up and refunded; nothing can be reserved in, taken from or sent from a wallet here.");
        }
        if (services.cashier() != null) {
            cashier(table, services.cashier());
        }
        if (services.trades() != null) {
            trades(table, services.trades());
        }
        if (services.transfers() != null) {
            transfers(table, services.transfers());
        }
        if (services.mandates() != null) {
            mandates(table, services.mandates());
        }
        if (services.books() != null) {
            books(table, services.books());
        }
        return table;
    }

    private static void wallet(Capabilities table, Wallet wallet) {
        table.can("balance.read", ReadBalance.class, Balance.class, wallet::balance)
                .described("Says the balance of the person's wallet (余额) and what is reserved")
                .reads()
                .can("methods.list", ListMethods.class, Methods.class, wallet::methods)
                .described(
                        "Lists how the person can pay (付款方式: 余额, 余额宝, 银行卡, 花呗): what each has, its limits (限额), which is the default")
                .reads()
                .can("redpackets.list", ListRedPackets.class, RedPackets.class, wallet::redPackets)
                .described(
                        "Lists the person's red packets and coupons (红包, 优惠券) with minimum spend and expiry")
                .reads()
                .can("statement", ReadStatement.class, Statement.class, wallet::statement)
                .described(
                        "Lists the person's movements (账单, 交易记录) of a period, the newest first, with the sums in and out; pages by cursor. How much was spent is its out")
                .reads()
                .can("payment.quote", QuotePayment.class, PaymentQuote.class, wallet::quote)
                .described(
                        "Says how quotes would be paid: method, red packet used, what is charged. Binding: give its paymentQuoteId to payment.authorise. Optional before paying")
                .reads()
                .can("payment.authorise", Authorise.class, Authorised.class, wallet::authorise)
                .described(
                        "Reserves money (冻结, 预授权) for quotes the person agreed to; nobody is paid yet. Refused for a method that cannot pay, with those that can")
                .pays()
                .undoneBy("payment.void")
                .can("payment.capture", Capture.class, Captured.class, wallet::capture)
                .described(
                        "Pays (付款, 扣款) the named quotes of an authorisation; the rest of it is given back")
                .pays()
                .undoneBy("payment.refund")
                .can("payment.void", VoidPayment.class, Voided.class, wallet::release)
                .described("Gives back (解冻) what an authorisation still reserves")
                .pays()
                .forGood();
    }

    private static void cashier(Capabilities table, Cashier cashier) {
        table.can("payment.request", RequestPayment.class, PaymentRequested.class, cashier::request)
                .described(
                        "Asks the person to pay quotes on Alipay's own page (收银台): returns a link (payUrl) or the text of a QR code. Nothing is paid before the person pays there; payment.query tells")
                .reconciledBy(cashier.requestsFoundBy())
                .pays()
                .undoneBy("payment.close")
                .can("payment.close", ClosePayment.class, PaymentClosed.class, cashier::close)
                .described("Closes (关闭交易) a payment that was not made: nobody can pay it any more")
                .reconciledBy(cashier.closesFoundBy())
                .pays()
                .forGood();
    }

    private static void trades(Capabilities table, Trades trades) {
        var refund =
                table.can("payment.query", QueryPayment.class, PaymentState.class, trades::query)
                        .described(
                                "Says how a payment stands (查询交易): waiting, paid, refunded in part or whole, closed")
                        .reads()
                        .can("payment.refund", Refund.class, Refunded.class, trades::refund)
                        .described(
                                "Gives back (退款) a payment, all that is left or a part of it, to the method it was paid with");
        var foundBy = trades.foundBy();
        (foundBy == null ? refund : refund.reconciledBy(foundBy)).pays().forGood();
    }

    private static void transfers(Capabilities table, Transfers transfers) {
        table.can("transfer.quote", QuoteTransfer.class, TransferQuote.class, transfers::quote)
                .described(
                        "Quotes sending money (转账) to a contact (妈妈) or an Alipay account, or topping up the own balance (充值, to: me). Refused with candidates when it is not clear who is meant")
                .reads()
                .can("transfer.send", SendTransfer.class, TransferSent.class, transfers::send)
                .described(
                        "Sends (转账) exactly what was quoted and agreed to; it arrives at once and cannot be called back")
                .pays()
                .forGood();
    }

    private static void mandates(Capabilities table, Mandates mandates) {
        // Not mandate.list: what begins with mandate. is the platform's own and not for plans.
        table.can("mandates.list", ListMandates.class, MandateList.class, mandates::list)
                .described(
                        "Lists what the person allowed beforehand (免确认授权): for whom, until when, how much is left")
                .reads()
                .can("mandate.open", MandateTerms.class, OpenedMandate.class, mandates::open)
                .described(
                        "Keeps what the person allows beforehand (免确认授权); for the platform alone")
                .holds()
                .undoneBy("mandate.close")
                .can("mandate.close", CloseMandate.class, OpenedMandate.class, mandates::close)
                .described("Closes a mandate; for the platform alone")
                .holds()
                .forGood()
                .can("mandate.reserve", Reserve.class, Reserved.class, mandates::reserve)
                .described("Reserves against a mandate of the person; for the platform alone")
                .holds()
                .undoneBy("mandate.release")
                .can(
                        "mandate.release",
                        ReleaseReservation.class,
                        ReleasedReservation.class,
                        mandates::release)
                .described("Gives a reservation back to its mandate; for the platform alone")
                .holds()
                .forGood();
    }

    private static void books(Capabilities table, Books books) {
        table.can("report.reconciliation", Reconcile.class, DailyReport.class, books::reconcile)
                .described(
                        "Reconciles a day (对账单) of the person's own money: sums for each payee and kind, balances before and after, what does not add up")
                .reads();
    }
}
