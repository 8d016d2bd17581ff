"""Forms that are filled in anew each time: invented, long enough to be signed."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Form(Struct, frozen=True):
    """A text with gaps, and at least two ways to fill them."""

    name: str
    text: str
    fillings: tuple[Mapping[str, str], ...]


FORMS = (
    Form(
        "weather",
        """Dự báo thời tiết {day}: Bắc Bộ có mưa vài nơi

Ngày {day}, khu vực Bắc Bộ nhiều mây, có mưa vài nơi, trưa chiều giảm mây trời nắng. Gió nhẹ, sáng sớm có nơi có sương mù nhẹ.

Nhiệt độ thấp nhất từ {low} độ C, vùng núi có nơi dưới {cold} độ C; nhiệt độ cao nhất từ {high} độ C.

Các tỉnh từ Thanh Hóa đến Huế có mây, có mưa rào rải rác, gió đông bắc cấp 2 đến cấp 3, độ ẩm phổ biến {wet} phần trăm.

Tây Nguyên và Nam Bộ ngày nắng, chiều tối và đêm có mưa rào và dông vài nơi, trong mưa dông có khả năng xảy ra lốc, sét và gió giật mạnh.""",
        (
            {"day": "14/3", "low": "16 - 19", "cold": "13", "high": "22 - 25", "wet": "70"},
            {"day": "15/3", "low": "17 - 20", "cold": "14", "high": "23 - 26", "wet": "75"},
            {"day": "16/3", "low": "16 - 19", "cold": "13", "high": "22 - 25", "wet": "70"},
        ),
    ),
    Form(
        "gold price",
        """Giá vàng {title}

Mở cửa phiên giao dịch sáng nay, các doanh nghiệp kinh doanh vàng trong nước điều chỉnh giá vàng miếng {move} 300.000 đồng mỗi lượng so với cuối phiên liền trước.

Tại Hà Nội, vàng miếng được niêm yết ở mức {buy} triệu đồng mỗi lượng chiều mua vào và {sell} triệu đồng mỗi lượng chiều bán ra. Chênh lệch giữa hai chiều mua bán giữ nguyên ở mức 2 triệu đồng.

Vàng nhẫn tròn trơn cùng chiều với vàng miếng. Trên thị trường thế giới, giá vàng giao ngay đứng ở {world} USD một ounce khi giới đầu tư chờ số liệu lạm phát của kinh tế lớn nhất thế giới công bố vào cuối tuần.

Giới chuyên môn khuyên người dân thận trọng, không mua bán theo tâm lý đám đông trong lúc giá biến động mạnh.""",
        (
            {"title": "lại lên", "move": "tăng", "buy": "82,3", "sell": "84,3", "world": "2.331"},
            {"title": "quay đầu", "move": "giảm", "buy": "82,0", "sell": "84,0", "world": "2.318"},
            {"title": "hôm nay", "move": "tăng", "buy": "82,3", "sell": "84,3", "world": "2.335"},
            {"title": "đổi chiều", "move": "giảm", "buy": "82,3", "sell": "84,3", "world": "2.331"},
        ),
    ),
    Form(
        "fuel price",
        """Giá xăng dầu điều chỉnh từ 15 giờ ngày {day}

Liên Bộ Công Thương - Tài chính vừa công bố giá bán lẻ xăng dầu áp dụng từ 15 giờ ngày {day}.

Theo đó, giá xăng E5RON92 không cao hơn {e5} đồng một lít; xăng RON95-III không cao hơn {ron} đồng một lít; dầu điêzen không cao hơn {diesel} đồng một lít; dầu hỏa không cao hơn 19.640 đồng một lít.

Kỳ điều hành này, Liên Bộ không trích lập và không chi sử dụng Quỹ Bình ổn giá xăng dầu đối với tất cả các mặt hàng.

Liên Bộ yêu cầu thương nhân đầu mối bảo đảm nguồn cung cho thị trường; các cơ quan chức năng tăng cường kiểm tra, kiên quyết xử lý nghiêm hành vi vi phạm trong kinh doanh xăng dầu.""",
        (
            {"day": "06/6", "e5": "21.140", "ron": "21.970", "diesel": "19.420"},
            {"day": "13/6", "e5": "21.310", "ron": "22.230", "diesel": "19.640"},
            {"day": "13/6", "e5": "21.310", "ron": "22.230", "diesel": "19.460"},
        ),
    ),
    Form(
        "meeting notice",
        """Thông báo mời họp giao ban công tác cải cách hành chính

Văn phòng Ủy ban nhân dân tỉnh thông báo: Đồng chí Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh chủ trì họp giao ban công tác cải cách hành chính tháng {month}.

Thời gian: {hour}, ngày {day}. Địa điểm: Phòng họp số {room}, trụ sở Ủy ban nhân dân tỉnh.

Thành phần: Giám đốc các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường; đại diện Văn phòng Tỉnh ủy và Mặt trận Tổ quốc tỉnh.

Đề nghị Sở Nội vụ chuẩn bị báo cáo, gửi về Văn phòng trước ngày họp 2 ngày; các đơn vị chuẩn bị ý kiến phát biểu, cử đúng thành phần, đến họp đúng giờ.""",
        (
            {"month": "5", "hour": "8 giờ", "day": "06/5", "room": "2"},
            {"month": "5", "hour": "8 giờ", "day": "06/5", "room": "3"},
            {"month": "5", "hour": "14 giờ", "day": "06/5", "room": "2"},
            {"month": "5", "hour": "8 giờ", "day": "07/5", "room": "2"},
            {"month": "6", "hour": "8 giờ", "day": "06/5", "room": "2"},
        ),
    ),
    Form(
        "circular letter",
        """Tăng cường phòng cháy, chữa cháy trong mùa khô

Ủy ban nhân dân {who} vừa ban hành Công văn số {number} về việc tăng cường các biện pháp phòng cháy, chữa cháy trong mùa khô.

Công văn nêu rõ, thời gian qua tình hình cháy, nổ diễn biến phức tạp, nguyên nhân chủ yếu do sự cố thiết bị điện và sơ suất trong sử dụng lửa tại khu dân cư, chợ và cơ sở sản xuất.

Để chủ động phòng ngừa, Ủy ban nhân dân {who} yêu cầu các phòng, ban tổ chức kiểm tra điều kiện an toàn tại nhà ở kết hợp kinh doanh; ngành điện lực rà soát hệ thống lưới điện; lực lượng công an hướng dẫn người dân kỹ năng thoát nạn và sử dụng bình chữa cháy xách tay.

Kết quả thực hiện báo cáo về Ủy ban nhân dân {who} trước ngày {due}.""",
        (
            {"who": "huyện Mộc Lâm", "number": "415/UBND-NC", "due": "25/4"},
            {"who": "huyện Mộc Lâm", "number": "418/UBND-NC", "due": "25/4"},
            {"who": "huyện Mộc Lâm", "number": "415/UBND-NC", "due": "28/4"},
            {"who": "thị xã Hà Khê", "number": "415/UBND-NC", "due": "25/4"},
        ),
    ),
    Form(
        "law in force",
        """Quốc hội thông qua {law}

Với đa số đại biểu có mặt tán thành, Quốc hội đã biểu quyết thông qua {law}, gồm {chapters} chương, {articles} điều, có hiệu lực thi hành từ ngày {day}.

Trước khi biểu quyết, Ủy ban Thường vụ Quốc hội đã trình bày báo cáo giải trình, tiếp thu, chỉnh lý dự thảo. Theo báo cáo, cơ quan chủ trì thẩm tra đã phối hợp với cơ quan soạn thảo nghiên cứu đầy đủ ý kiến của đại biểu thảo luận tại tổ và tại hội trường.

Về kỹ thuật lập pháp, dự thảo đã được rà soát, chỉnh lý nhằm bảo đảm thống nhất với hệ thống pháp luật, không phát sinh thủ tục hành chính mới và phù hợp với nguồn lực thực hiện của địa phương.

Quốc hội giao Chính phủ quy định chi tiết các điều, khoản được giao và tổ chức tuyên truyền, phổ biến để luật sớm đi vào cuộc sống.""",
        (
            {"law": "Luật Thủy lợi (sửa đổi)", "chapters": "9", "articles": "74", "day": "01/7"},
            {"law": "Luật Lưu trữ (sửa đổi)", "chapters": "8", "articles": "65", "day": "01/7"},
            {"law": "Luật Đường sắt (sửa đổi)", "chapters": "9", "articles": "74", "day": "01/7"},
        ),
    ),
    Form(
        "flood, day by day",
        """Mưa lũ tại vùng cao: {dead} người chết, nhiều bản bị chia cắt

Theo báo cáo nhanh của Ban Chỉ huy Phòng thủ dân sự tỉnh, tính đến 17 giờ ngày {day}, mưa lũ đã làm {dead} người chết, {lost} người mất tích, {houses} căn nhà bị hư hỏng và trên 300 ha lúa bị ngập úng.

Nhiều tuyến đường liên xã bị sạt lở, giao thông bị chia cắt; điện và liên lạc tại một số bản chưa được khôi phục. Lực lượng quân đội, công an, dân quân được huy động tìm kiếm người mất tích, sơ tán các hộ dân ra khỏi khu vực nguy hiểm.

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các địa phương tiếp tục ứng trực, không để người dân qua lại ngầm tràn khi nước lũ còn lớn, bảo đảm lương thực, nước uống và thuốc men cho vùng bị cô lập.""",
        (
            {"day": "11/9", "dead": "3", "lost": "7", "houses": "214"},
            {"day": "12/9", "dead": "6", "lost": "4", "houses": "260"},
            {"day": "13/9", "dead": "9", "lost": "1", "houses": "285"},
        ),
    ),
    Form(
        "appointment",
        """Trao quyết định bổ nhiệm cán bộ

{when}, tại trụ sở Sở Nông nghiệp và Môi trường, lãnh đạo Ủy ban nhân dân tỉnh đã trao quyết định bổ nhiệm ông {name} giữ chức vụ Phó Giám đốc Sở kể từ đầu tháng sau, thời hạn bổ nhiệm là 5 năm.

Phát biểu giao nhiệm vụ, lãnh đạo tỉnh chúc mừng ông {name}, đề nghị tân Phó Giám đốc tiếp tục phát huy kinh nghiệm, giữ gìn đoàn kết nội bộ, sớm bắt nhịp với công việc, cùng tập thể lãnh đạo Sở hoàn thành các nhiệm vụ được giao.

Phát biểu nhận nhiệm vụ, ông {name} cảm ơn sự tin tưởng của lãnh đạo tỉnh và hứa sẽ không ngừng học tập, rèn luyện, nâng cao năng lực, đem hết sức mình phục vụ Nhân dân.""",
        (
            {"when": "Sáng 4/8", "name": "Đỗ Quang Tiệp"},
            {"when": "Sáng 4/8", "name": "Mạc Đình Khôi"},
            {"when": "Chiều 4/8", "name": "Đỗ Quang Tiệp"},
        ),
    ),
    Form(
        "inspection",
        """Kết luận thanh tra trách nhiệm {who}

Thanh tra tỉnh vừa công bố Kết luận thanh tra về trách nhiệm của Chủ tịch Ủy ban nhân dân {who} trong tiếp công dân, giải quyết khiếu nại, tố cáo giai đoạn hai năm gần đây.

Qua thanh tra cho thấy, đơn vị đã bố trí nơi tiếp công dân, mở sổ theo dõi, phân loại đơn thư theo quy định. Tuy nhiên, việc tiếp định kỳ của người đứng đầu còn thiếu {missed} buổi, có {late} vụ việc giải quyết quá thời hạn, hồ sơ lưu trữ chưa đầy đủ.

Chánh Thanh tra tỉnh kiến nghị nghiêm túc kiểm điểm, rút kinh nghiệm đối với tập thể, cá nhân có liên quan; khẩn trương giải quyết dứt điểm các vụ việc tồn đọng, báo cáo kết quả trong thời hạn {days} ngày.""",
        (
            {"who": "xã Nậm Sài", "missed": "6", "late": "3", "days": "30"},
            {"who": "xã Pá Lông", "missed": "6", "late": "3", "days": "30"},
            {"who": "xã Nậm Sài", "missed": "9", "late": "4", "days": "45"},
        ),
    ),
    Form(
        "shift in words",
        """Lịch tiếp công dân của Chủ tịch Ủy ban nhân dân phường

Ban Tiếp công dân phường thông báo lịch tiếp công dân định kỳ của Chủ tịch Ủy ban nhân dân phường trong tháng tới như sau, để các tổ dân phố biết và thông tin rộng rãi đến người dân.

Buổi tiếp công dân định kỳ được tổ chức vào {part} thứ {weekday} tuần {week} của tháng tại trụ sở tiếp công dân của phường. Người dân đến đăng ký mang theo giấy tờ tùy thân, đơn và tài liệu liên quan đến nội dung trình bày.

Trường hợp lịch tiếp trùng vào ngày nghỉ, ngày lễ thì buổi tiếp được chuyển sang ngày làm việc liền sau. Công chức tư pháp, địa chính, xây dựng của phường có trách nhiệm chuẩn bị hồ sơ và cùng dự buổi tiếp.""",
        (
            {"part": "sáng", "weekday": "ba", "week": "đầu"},
            {"part": "sáng", "weekday": "năm", "week": "đầu"},
            {"part": "chiều", "weekday": "ba", "week": "đầu"},
        ),
    ),
)


def fill(form: Form, filling: int) -> str:
    """The text of a form with one of its fillings."""
    return form.text.format_map(form.fillings[filling])
