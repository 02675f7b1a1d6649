package errand.fliggy.sandbox;

import errand.fliggy.travel.RoomType;

/**
 * One hotel.
 *
 * @param id one for the whole world
 * @param kingFen an ordinary night in a room with a large bed
 */
record Hotel(
        String id,
        String name,
        City city,
        int stars,
        String address,
        boolean breakfast,
        long kingFen) {

    String item(RoomType roomType) {
        return "H-%s-%s".formatted(id, roomType);
    }
}
