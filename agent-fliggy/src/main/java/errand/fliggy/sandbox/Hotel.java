package errand.fliggy.sandbox;

import errand.fliggy.travel.Position;
import errand.fliggy.travel.RoomType;
import java.util.List;

/**
 * One hotel.
 *
 * @param id one for the whole world
 * @param english its name as foreigners know it
 * @param position GCJ-02
 * @param tags what is said of it, Chinese and English
 * @param kingFen an ordinary night in a room with a large bed
 */
record Hotel(
        String id,
        String name,
        String english,
        City city,
        int stars,
        String address,
        Position position,
        List<String> tags,
        boolean breakfast,
        long kingFen) {

    Hotel {
        tags = List.copyOf(tags);
    }

    String item(RoomType roomType) {
        return "H-" + id + "-" + roomType;
    }
}
