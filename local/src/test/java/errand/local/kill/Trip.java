package errand.local.kill;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A plan of one night in a hotel, paid, for a user and a day of its own: what the world has can
 * then neither run out nor be mixed up.
 *
 * @param number tells trips apart
 */
record Trip(int number) {

    /** The steps, in the order in which they end. */
    static final List<String> STEPS =
            List.of("search", "quote", "ok", "hold", "auth", "book", "pay");

    /** The steps that change something, after the person has agreed. */
    static final List<String> WRITES = List.of("hold", "auth", "book", "pay");

    private static final List<String> CITIES = List.of("杭州", "北京", "上海", "成都");

    String user() {
        return "kill-" + number;
    }

    /** The service that does a step. */
    static String agentOf(String step) {
        return step.equals("auth") || step.equals("pay") ? "agent-alipay" : "agent-fliggy";
    }

    String json() {
        var arrival = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7 + number % 60);
        return """
        {"user":"%s","lang":"en","goal":"A night in a hotel","in":{"from":"%s","to":"%s"},"steps":[
        {"id":"search","capability":"fliggy.hotel.search","answerWithin":"5m","input":
            {"city":"%s","checkIn":"${$in.from}","checkOut":"${$in.to}"}},
        {"id":"quote","capability":"fliggy.hotel.quote","answerWithin":"5m","input":
            {"offerId":"${$out.search.offers^(price.amount)[0].offerId}","rooms":1}},
        {"id":"ok","capability":"person.consent.ask","input":{"quotes":"${[$out.quote.quote]}"}},
        {"id":"hold","capability":"fliggy.hotel.hold","answerWithin":"5m","needs":["ok"],"input":
            {"quoteId":"${$out.quote.quote.quoteId}"}},
        {"id":"auth","capability":"alipay.payment.authorise","answerWithin":"5m","needs":["hold"],
            "input":{"lines":"${$out.ok.lines}"}},
        {"id":"book","capability":"fliggy.hotel.book","answerWithin":"5m","needs":["auth"],"input":
            {"quoteId":"${$out.quote.quote.quoteId}","holdId":"${$out.hold.holdId}"}},
        {"id":"pay","capability":"alipay.payment.capture","answerWithin":"5m","needs":["book"],
            "input":{"authorisationId":"${$out.auth.authorisationId}",
                     "quoteIds":"${$out.ok.lines.quoteId}"}}]}
        """
                .formatted(
                        user(), arrival, arrival.plusDays(1), CITIES.get(number % CITIES.size()));
    }
}
