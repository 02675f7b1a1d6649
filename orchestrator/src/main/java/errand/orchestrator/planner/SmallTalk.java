package errand.orchestrator.planner;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What needs no plan: greetings, thanks, a joke, what this can do, and leaving off. */
final class SmallTalk {

    /** A kind of talk and what is said to it. */
    private record Talk(Pattern said, String zh, String en) {}

    private static final String CAN_ZH =
            "我能：查路线、查和订高铁、订酒店、比价、买东西和礼物、查天气和去处、点外卖、安排当天往返和团建。"
                    + "机票、签证、改签、叫车、餐厅订座、转账和已完成订单的售后我还办不了。比如：“订两张下周五下午北京到杭州的高铁票”。";
    private static final String CAN_EN =
            "I can find routes (driving, transit, taxi), look up and book trains, book hotels, compare prices, buy things and gifts, tell the weather and where to go,"
                    + " order coffee and meals, arrange a day trip by train, and arrange a team outing."
                    + " Flights, visas, taxis, restaurant tables, money transfers and changes to tickets or finished orders I cannot do yet."
                    + " For example: \"Book two train seats from Beijing to Hangzhou next Friday afternoon\".";

    private static final Talk JOKE =
            talk(
                    "笑话|讲个段子|逗我|\\bjokes?\\b|make me laugh|something funny",
                    "讲一个：程序员去买菜，家人说“买一斤苹果，看到西瓜就买两个”。他买回了两个苹果。（我是按规则工作的离线助手，笑话就会这一个。）",
                    "Here is one: a programmer is told \"get a pint of milk, and if they have eggs, get a dozen\". They come back with twelve pints."
                            + " (I am an offline, rule-based planner; it is the only joke I know.)");
    private static final List<Talk> TALKS =
            List.of(
                    talk(
                            "^(?:谢谢|多谢|感谢|谢了|辛苦|太好了|好的谢谢)|\\b(?:thanks|thank you|thx|cheers)\\b",
                            "不客气。",
                            "You are welcome."),
                    talk(
                            "^(?:再见|拜拜|晚安|回头见)|\\b(?:bye|goodbye|good night|see you)\\b",
                            "再见。",
                            "Goodbye."),
                    talk(
                            "你是谁|你叫什么|你能(?:做|干|帮)|会(?:做|干)什么|怎么用|有什么功能|\\bwho are you\\b|what can you (?:do|help)|\\bhelp\\b|how do(?:es)? (?:i|this|it) (?:use|work)|your name|are you (?:a |an )?(?:ai|bot|robot|human|real)|你是(?:机器人|真人|人工智能|ai)",
                            "我是离线的、按规则工作的规划助手，没有接大模型。" + CAN_ZH,
                            "I am an offline, rule-based planner, without a language model. "
                                    + CAN_EN),
                    talk(
                            "^(?:你好|您好|嗨|哈喽|早上好|下午好|晚上好|早安|早|在吗|在不在|hello|hi|hey|good (?:morning|afternoon|evening)|howdy|yo)(?![a-z])|how are you|what's up|你好吗|最近怎么样",
                            "你好！我是离线的、按规则工作的规划助手。" + CAN_ZH,
                            "Hello! I am an offline, rule-based planner. " + CAN_EN));

    private static final Pattern LEAVE_OFF =
            pattern(
                    "^[\\s,，。!！]*(?:(?:还是|那就?|那|嗯+|哦|唉|行|好吧?|ok|okay|hmm|well|oh|actually|no|please|sorry|唔|那个),?\\s*)*"
                            + "(?:算了|不要了|不用了|不需要了|别弄了|别订了|别买了|别办了|别做了|不订了|不买了|不去了|不点了|不想要了|不办了|取消(?:吧|了|掉)?(?:这个|全部|它|这次|计划|任务|订单)?|停(?:下|止|了)?|打住|停一下|先不|放弃"
                            + "|forget (?:it|about it|that)|never ?mind|cancel(?: (?:it|that|this|everything|all|the plan|please|my request))*|stop(?: (?:it|that|this|please|everything|now))*|don't bother|abort|call it off|i changed my mind|changed my mind|scrap (?:it|that)|leave it|drop it|no longer needed|i don't (?:want|need) (?:it|that|this)(?: any ?more)?)"
                            + "(?:[\\s,，。.!！~]|吧|了|啦|吧了|不要了|不用了|算了|谢谢|please|thanks|thank you|不弄了|取消|不订了|不去了|不买了|这个|都|stop|cancel|it|that|everything|forget|never ?mind|i don't (?:want|need) (?:it|that)(?: any ?more)?|any ?more|i changed my mind|for now|then)*$");

    private static final Pattern HOW_FAR =
            pattern(
                    "^[\\s,，]*(?:请问|那|现在|我的?|订单|计划|行程|so|and|well|,|\\s)*"
                            + "(?:(?:办|订|弄|做|买|搞)?(?:得)?(?:怎么样|如何)了?|(?:到|进行到)哪(?:一步|里|儿)了?|(?:办|订|弄|做|买)?(?:好|完|成)了(?:吗|没有?|么)|进展(?:如何|怎么样)?|还要(?:等)?多久|"
                            + "how(?:'s| is| are) (?:it|things|my (?:order|plan|trip|booking))(?: going| coming along| doing)?|(?:is|are) (?:it|they|you) (?:done|ready|finished|booked)(?: yet)?|what(?:'s| is) the status|any (?:progress|news|update)s?|status|how (?:far|long|much longer)(?: (?:is it|are you|will it take))?)"
                            + "[\\s?？。.!！呢啊]*$");

    private static final Pattern ANOTHER =
            Pattern.compile(
                    "^(那|请|麻烦|能不能|可以|帮我|给我)*(不要这(个|家|趟|间|款)[，,。 ]*)?(再)?(换(一)?(个|家|趟|班|款|种|间)(别的|其他的)?(酒店|宾馆|车次|高铁|商品|店|牌子)?|换别的|有没有别的|还有别的吗|别的有吗|另外(一)?(个|家|趟|款|间)|不要这(个|家|趟|间|款))(吧|呢|吗|可以吗|行吗|好吗)?[。.！!？? ]*$"
                            + "|^(no,? *)?(please |can i have |i want |i'd like |show me |give me |is there |do you have |find |try )*(another( one)?|a different( one)?|something else|anything else|not this one|(another|a different) (hotel|train|one|shop|product|item|option))( please)?[.!? ]*$",
                    Pattern.CASE_INSENSITIVE);

    private SmallTalk() {}

    /** Whether the whole message asks how far things are. */
    static boolean asksHowFar(String text) {
        return HOW_FAR.matcher(text).find();
    }

    static String howFar(boolean running, boolean chinese) {
        if (running) {
            return chinese
                    ? "还在办，每一步的进展都列在上面；要确认的会问您。不想要了就说“算了”。"
                    : "It is under way; every step is listed above as it happens, and you are asked before anything is paid. To stop it, say \"forget it\".";
        }
        return chinese ? "现在没有正在办的事。" : "Nothing is under way right now.";
    }

    /** Whether the whole message says to leave off. */
    static boolean leavesOff(String text) {
        return LEAVE_OFF.matcher(text).find();
    }

    /** Whether the whole message asks for another one than what is offered. */
    static boolean wantsAnother(String text) {
        return ANOTHER.matcher(text).find();
    }

    static Optional<String> joke(String text, boolean chinese) {
        return JOKE.said.matcher(text).find() ? Optional.of(said(JOKE, chinese)) : Optional.empty();
    }

    static Optional<String> reply(String text, boolean chinese) {
        return TALKS.stream()
                .filter(talk -> talk.said.matcher(text.strip()).find())
                .findFirst()
                .map(talk -> said(talk, chinese));
    }

    static String notUnderstood(boolean chinese) {
        return chinese
                ? "我没听懂。我是离线的、按规则工作的规划助手，一般的问题答不了。" + CAN_ZH
                : "I did not understand that. I am an offline, rule-based planner and cannot answer general questions. "
                        + CAN_EN;
    }

    private static String said(Talk talk, boolean chinese) {
        return chinese ? talk.zh : talk.en;
    }

    private static Talk talk(String said, String zh, String en) {
        return new Talk(pattern(said), zh, en);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
