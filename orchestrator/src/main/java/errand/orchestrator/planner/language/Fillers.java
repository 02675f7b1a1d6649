package errand.orchestrator.planner.language;

import java.util.regex.Pattern;

/** Takes words out of a request that say nothing of what is looked for. */
final class Fillers {

    private static final Pattern ZH =
            Pattern.compile(
                    "(?:送到|送去|送至|寄到|寄往|寄给|发到)[^,，。;；]*|(?:想)?(?:给|为|送给)(?:我的?)?[^,，。我你]{1,6}?(?=买|挑|选|送|寄|准备|订)|[这那][个台款部件双副只本]|买[副双件只部]|直接买?|买一?[个台]|[挑送]一?个|想给(?:我?(?:爸爸?|妈妈?|老婆|老公|女朋友|男朋友|朋友|孩子|同事|自己))?|帮我|帮忙|麻烦你?|请问|请|谢谢|你好|您好|我想要?|我要|想要|想买|我需要|需要|给我|比一下价格?|比一?比价格?|比较一?下?价格?|比价|对比一?下?|价格对比|哪[款个家种]?(?:最|更|比较)?(?:好|划算|便宜|值得买|合适)|"
                            + "看看|看一下|找一?[款个台些下]?|推荐一?[款个台些下]?|挑一?[款个台些下]?|买一?[款个台些下]?|选一?[款个台些下]?|有没有|有什么|有哪些|性价比高|性价比|要?最便宜的?|要?便宜点的?|便宜|淘宝上?|天猫上?|(?:价格|价位|价钱)(?:在|是)?|一下|几款|什么|左右|的价格|预算|[吗呢吧啊呀]");
    private static final Pattern EN =
            Texts.pattern(
                    "(?:,? ?\\band )?\\b(?:deliver(?:ed)?|sen[dt]|ship(?:ped)?)(?: it)? to\\b.*$|\\b(?:for|to) (?:my |the )?(?:mum|mom|mother|dad|father|office|home)\\b|\\b(?:buy|get|give|send|find) (?:my |her|him)(?: ?mum| ?mom| ?mother| ?dad| ?father)?(?: an?)?\\b|\\b(?:this|that|purchase|order(?: me)?)\\b|\\b(?:please|can you|could you|i want|i'd like|i would like|i need|i'm looking for|looking for|look for|find me|find|show me|show|recommend(?: me)?|suggest|help me|compare (?:the )?prices?(?: of| for)?|compare|and compare|price comparison|prices?|what's the best|which is best|which|best deals?|cheapest|cheap|to buy|buy|shop for|get me|on taobao|taobao|for me|me|an?|some|good|any|the|options?|under|below|within|that costs?|costing|with a budget)\\b");

    private Fillers() {}

    static String without(String text) {
        String left =
                Texts.han(text)
                        ? ZH.matcher(text).replaceAll(" ")
                        : EN.matcher(text).replaceAll(" ");
        return left.replaceAll("[,，。;；!！?？.:：]+", " ")
                .replaceAll("(?<=^|\\s)[的个款台]|的(?=\\s|$)", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll(
                        "^(?:and|for|with|in|of|to) |(?: (?:and|for|with|in|of|to|prices?))+$", "")
                .strip();
    }
}
