package errand.orchestrator.planner.language;

import errand.orchestrator.planner.language.CityMention.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Large cities of China by their Chinese, pinyin and older English names. */
public final class Cities {

    private static final String NAMES =
            """
            北京 Beijing|Peking
            上海 Shanghai
            广州 Guangzhou|Canton
            深圳 Shenzhen
            杭州 Hangzhou
            成都 Chengdu
            武汉 Wuhan
            南京 Nanjing|Nanking
            西安 Xi'an|Xian|Xi an
            苏州 Suzhou|Soochow
            天津 Tianjin|Tientsin
            重庆 Chongqing|Chungking
            青岛 Qingdao|Tsingtao
            长沙 Changsha
            郑州 Zhengzhou
            宁波 Ningbo
            厦门 Xiamen|Amoy
            福州 Fuzhou
            济南 Jinan
            合肥 Hefei
            昆明 Kunming
            大连 Dalian
            沈阳 Shenyang
            哈尔滨 Harbin
            长春 Changchun
            无锡 Wuxi
            常州 Changzhou
            南通 Nantong
            徐州 Xuzhou
            扬州 Yangzhou
            镇江 Zhenjiang
            绍兴 Shaoxing
            嘉兴 Jiaxing
            湖州 Huzhou
            金华 Jinhua
            温州 Wenzhou
            台州 Taizhou
            义乌 Yiwu
            佛山 Foshan
            东莞 Dongguan
            珠海 Zhuhai
            中山 Zhongshan
            惠州 Huizhou
            汕头 Shantou
            南宁 Nanning
            桂林 Guilin
            海口 Haikou
            三亚 Sanya
            贵阳 Guiyang
            南昌 Nanchang
            太原 Taiyuan
            石家庄 Shijiazhuang
            唐山 Tangshan
            保定 Baoding
            秦皇岛 Qinhuangdao
            呼和浩特 Hohhot|Huhehaote
            包头 Baotou
            兰州 Lanzhou
            西宁 Xining
            银川 Yinchuan
            乌鲁木齐 Urumqi|Ürümqi|Wulumuqi
            拉萨 Lhasa|Lasa
            烟台 Yantai
            威海 Weihai
            潍坊 Weifang
            泉州 Quanzhou
            洛阳 Luoyang
            大理 Dali
            丽江 Lijiang
            黄山 Huangshan
            香港 Hong Kong|Hongkong
            澳门 Macau|Macao
            """;

    private static final Map<String, City> BY_NAME = new HashMap<>();
    private static final Pattern NAMED = named();
    private static final Set<String> SPELT =
            BY_NAME.values().stream()
                    .map(City::en)
                    .filter(name -> name.matches("[A-Za-z]+"))
                    .collect(Collectors.toUnmodifiableSet());

    /** What follows a name that is then no city: streets and dishes. */
    private static final Pattern NO_CITY =
            Pattern.compile(
                    "^(?:[东南西北中]?[一二三]?路|街|大道|大街|石|拉面|牛肉面|火锅|小面|烤鸭|炒饭|热干面|包子|肉夹馍|凉皮|小笼|米粉|鸡排|菜|话|啤酒|装|人家|陵)");

    private static final String TRANSPORT = "(?:高铁|火车|动车|飞机|坐车|开车|自驾|出差|旅游|玩)?";
    private static final Pattern ZH_FROM = Pattern.compile("(?:从|由|自|离开)\\s*$");
    private static final Pattern ZH_HERE =
            Pattern.compile("(?:我们?|人|咱们?|现在|目前|团队|公司)(?:现在|目前|都|人)?[在住]\\s*$");
    private static final Pattern ZH_TO =
            Pattern.compile(
                    "(?:到|去|往|飞|赴|至|前往|抵达|来|目的地是?|"
                            + Texts.GAP
                            + "\\s*[-→]+>?|[-→]+>?)\\s*"
                            + TRANSPORT
                            + "\\s*$");
    private static final Pattern RETURN =
            Texts.pattern("(?:返回|回到?|\\bback (?:to|in)|\\breturn(?:ing)? to|\\bhome to)\\s*$");
    private static final Pattern ZH_LEAVES =
            Pattern.compile(
                    "^(?:市|[东南西北]?站)?\\s*(?:出发|动身|启程|始发|走(?!一走|走)|开往|飞往|飞|去|到|至|往|回|[-→]+>?)");
    private static final Pattern ZH_AT = Pattern.compile("[在住]\\s*$");
    private static final Pattern EN_FROM =
            Texts.pattern(
                    "\\b(?:from|leaving|departing|departs?|out of|leave|starting (?:in|from)|start in)\\s+$");
    private static final Pattern EN_HERE =
            Texts.pattern(
                    "\\b(?:(?:i'm|i am|we're|we are|im|live|lives|based|located|my team is|the team is|us)(?: currently| now| all| both)?(?: based)?\\s+in)\\s+$|\\bbased in\\s+$");
    private static final Pattern EN_TO =
            Texts.pattern(
                    "(?:\\b(?:to|into|for|visit|visiting|reach|reaching|towards?|arriving in|arrive in|headed for|bound for)|->|→|-)\\s*$");
    private static final Pattern EN_AT =
            Texts.pattern("\\b(?:in|at|around|near)\\s+(?:central |downtown )?$");
    private static final Pattern EN_LEAVES =
            Texts.pattern(
                    "^(?:\\s+(?:city|station|railway station|south|north|east|west))?\\s*(?:to\\b|->|→|-\\s*[a-z])");

    private Cities() {}

    /** A city by exactly one of its names. */
    public static Optional<City> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** All names in Latin letters that are one word. */
    static Set<String> spelt() {
        return SPELT;
    }

    static int known() {
        return (int) BY_NAME.values().stream().distinct().count();
    }

    public static List<Mention<CityMention>> in(String text) {
        List<Mention<CityMention>> found = new ArrayList<>();
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            City city = BY_NAME.get(matcher.group().toLowerCase(Locale.ROOT));
            String before = text.substring(0, matcher.start());
            String after = text.substring(matcher.end());
            if (city != null && !NO_CITY.matcher(after).find()) {
                Role role = role(before, after, Texts.han(matcher.group()));
                found.add(
                        new Mention<>(matcher.start(), matcher.end(), new CityMention(city, role)));
            }
        }
        return found;
    }

    private static Role role(String before, String after, boolean han) {
        if (ZH_FROM.matcher(before).find() || EN_FROM.matcher(before).find()) {
            return Role.FROM;
        }
        if (ZH_HERE.matcher(before).find() || EN_HERE.matcher(before).find()) {
            return Role.HERE;
        }
        if (RETURN.matcher(before).find()) {
            return Role.RETURN;
        }
        if (ZH_TO.matcher(before).find() || EN_TO.matcher(before).find()) {
            return Role.TO;
        }
        if (ZH_AT.matcher(before).find() || EN_AT.matcher(before).find()) {
            return Role.AT;
        }
        boolean leaves = (han ? ZH_LEAVES : EN_LEAVES).matcher(after).find();
        return leaves ? Role.FROM : Role.AT;
    }

    private static Pattern named() {
        for (String line : NAMES.strip().lines().toList()) {
            int gap = line.indexOf(' ');
            String zh = line.substring(0, gap);
            String[] names = line.substring(gap + 1).split("\\|");
            City city = new City(zh, names[0]);
            BY_NAME.put(zh, city);
            for (String name : names) {
                BY_NAME.put(name.toLowerCase(Locale.ROOT), city);
            }
        }
        String all =
                BY_NAME.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(name -> Texts.han(name) ? name : "(?<![a-z])" + name + "(?![a-z])")
                        .collect(Collectors.joining("|"));
        return Texts.pattern(all);
    }
}
