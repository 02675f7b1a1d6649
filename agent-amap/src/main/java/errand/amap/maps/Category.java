package errand.amap.maps;

import java.util.List;

/** What a place is, with the words by which people ask for it. */
public enum Category {
    NATURE("自然", "风景", "山水", "湿地", "湖", "爬山", "徒步", "户外", "nature", "hike", "hiking", "lake"),
    PARK("公园", "散步", "遛弯", "户外", "park", "garden", "walk", "picnic", "亲子", "孩子", "kids"),
    BEACH("海滩", "沙滩", "海边", "beach", "seaside", "亲子", "孩子", "kids"),
    LANDMARK("地标", "打卡", "夜景", "登高", "landmark", "view", "sightseeing"),
    MUSEUM("博物馆", "历史", "展览", "museum", "history", "exhibition", "亲子", "孩子", "kids"),
    SCIENCE("科技馆", "科学", "亲子", "孩子", "science", "kids"),
    AQUARIUM("海洋馆", "水族馆", "海洋", "亲子", "孩子", "aquarium", "ocean", "kids"),
    ZOO("动物园", "动物", "熊猫", "亲子", "孩子", "zoo", "animals", "panda", "kids"),
    THEME_PARK("乐园", "主题公园", "游乐园", "亲子", "孩子", "theme park", "amusement", "kids"),
    PLAYGROUND("儿童乐园", "游乐场", "亲子", "孩子", "playground", "kids"),
    LIBRARY("图书馆", "看书", "书店", "自习", "亲子", "孩子", "library", "books", "kids"),
    GALLERY("美术馆", "艺术", "画展", "gallery", "art"),
    MALL("商场", "购物", "逛街", "买东西", "mall", "shopping", "shops"),
    OLD_TOWN("老街", "古镇", "古城", "小吃", "old town", "old street", "snacks"),
    TEMPLE("寺庙", "古迹", "拜佛", "temple", "pagoda"),
    SPORTS("体育", "运动", "羽毛球", "健身", "sports", "gym", "badminton"),
    CAMPUS("园区", "大学", "校园", "campus", "university"),
    RESTAURANT("餐厅", "美食", "吃饭", "吃", "聚餐", "团餐", "restaurant", "food", "eat", "dinner"),
    /** Anything else; asked for by name only. */
    OTHER;

    private final List<String> words;

    Category(String... words) {
        this.words = List.of(words);
    }

    public List<String> words() {
        return words;
    }

    /** Whether people go there to see it, when they do not say what they want. */
    public boolean sight() {
        return this != RESTAURANT && this != CAMPUS && this != OTHER;
    }
}
