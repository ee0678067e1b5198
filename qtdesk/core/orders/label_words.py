"""The words that marketplaces, shops and buyers put before what they tell us.

Nothing but spellings, each under what it announces. How they are found in a text is
told in `labels`.
"""

from enum import Enum, auto


class Topic(Enum):
    """What a section is about."""

    NAME = auto()
    PHONE = auto()
    SECOND_PHONE = auto()
    ADDRESS = auto()
    """May hold name and numbers as well."""
    NEW_ADDRESS = auto()
    OLD_ADDRESS = auto()
    DETAIL = auto()
    POSTCODE = auto()
    ORDER = auto()
    BUYER = auto()
    TIME = auto()
    ITEM = auto()
    SKU = auto()
    QUANTITY = auto()
    PRICE = auto()
    DISCOUNT = auto()
    FREIGHT = auto()
    PAID = auto()
    COURIER = auto()
    TRACKING = auto()
    MESSAGE = auto()
    REMARK = auto()
    SENDER = auto()
    """Who sends; nothing of it is the recipient's."""
    OTHER = auto()
    """Nothing we read; it is not to be taken for part of something else."""


SPELLINGS: dict[Topic, str] = {
    Topic.NAME: (
        "收货人姓名 收件人姓名 收货姓名 收件姓名 收货人名称 收件人名称 "
        "收货人名字 收件人名字 联系人姓名 客户姓名 买家姓名 真实姓名 收货人 "
        "收件人 收货方 收件方 签收人 联系人 姓名 名字 收 收_货_人 收_件_人 姓_名 "
        "receiver recipient consignee name"
    ),
    Topic.PHONE: (
        "收货人手机号码 收货人手机号 收件人手机号码 收件人手机号 收货人电话 "
        "收件人电话 收货人联系方式 收件人联系方式 收货人手机 收件人手机 "
        "收货手机号 收货手机 收件手机 收货电话 收件电话 联系电话 联系手机 "
        "联系方式 手机号码 手机号 手机 电话号码 电话 固定电话 固话 座机 号码 "
        "虚拟号 隐私号 电_话 手_机 tel phone mobile"
    ),
    Topic.SECOND_PHONE: (
        "备用电话 备用手机号 备用手机 备用号码 备用联系方式 备用号 备用 备选电话 "
        "另一个电话 另一个号码 第二电话 电话2 手机2"
    ),
    Topic.ADDRESS: (
        "收货人地址 收件人地址 收货地址 收件地址 收货人信息 收件人信息 收货信息 "
        "收件信息 收货资料 邮寄地址 快递地址 送货地址 配送地址 所在地区 所在地 "
        "收货地区 所在区域 省市区 省份 省 城市 市 街道/乡镇 乡镇/街道 街道 乡镇 "
        "区 区县 区/县 地区 地址信息 完整地址 地址 住址 地_址 address"
    ),
    Topic.NEW_ADDRESS: (
        "新的收货地址 新收货地址 新收件地址 新的地址 新地址 现地址 现在的地址 "
        "正确地址 正确的地址 修改后地址 修改后的地址 变更后地址 更改后地址 "
        "改后地址 改成地址 地址改成 地址改为 地址改到 地址换成 地址更改为 "
        "地址修改为 地址变更为 改地址为 改成 改为 改到 改寄到 改寄 改发到 改发 "
        "换成 换到 更改为 修改为 变更为"
    ),
    Topic.OLD_ADDRESS: (
        "原收货地址 原来的收货地址 原来的地址 原来地址 原先地址 原地址 旧的地址 "
        "旧地址 老地址 之前的地址 之前地址 修改前地址 错误地址 错的地址"
    ),
    Topic.DETAIL: "详细收货地址 详细地址 具体地址 街道地址 门牌号 街道门牌 详址",
    Topic.POSTCODE: "邮政编码 邮编 邮政编号 邮递区号 postcode zip",
    Topic.ORDER: (
        "淘宝订单编号 淘宝订单号 天猫订单号 京东订单号 拼多多订单号 抖音订单号 "
        "平台订单号 主订单编号 主订单号 子订单编号 子订单号 原始单号 订单编号 "
        "订单号码 订单号 订单id 订单 交易编号 交易号 交易单号 order_number "
        "order_no order_id order_# order"
    ),
    Topic.BUYER: (
        "买家会员名 买家旺旺 买家昵称 买家账号 买家id 买家名称 买家 会员名 "
        "会员昵称 用户昵称 客户昵称 下单账号 旺旺号 旺旺 昵称 网名 微信昵称"
    ),
    Topic.TIME: (
        "订单创建时间 创建时间 下单时间 付款时间 支付时间 成交时间 拍下时间 交易时间"
    ),
    Topic.ITEM: (
        "商品名称 商品标题 商品信息 宝贝名称 宝贝标题 宝贝信息 商品 宝贝 "
        "货品名称 货品 产品名称 产品 品名 货物"
    ),
    Topic.SKU: (
        "商品规格 规格型号 规格属性 销售属性 商品属性 颜色分类 颜色规格 商品颜色 "
        "规格 颜色 尺码 尺寸 款式 型号 套餐类型 套餐 口味 净含量 容量 鞋码 "
        "sku编码 sku"
    ),
    Topic.QUANTITY: "购买数量 商品数量 宝贝数量 订购数量 件数 数量",
    Topic.PRICE: "商品单价 商品价格 单价 售价 价格",
    Topic.DISCOUNT: "优惠金额 优惠券 店铺优惠 平台优惠 优惠 折扣 立减 红包 满减",
    Topic.FREIGHT: "含运费 含邮费 快递费用 快递费 物流费 邮费 运费",
    Topic.PAID: (
        "买家实付金额 买家实付 实付金额 实付款 实际支付 实付 实收款 实收金额 "
        "实收 订单金额 订单总额 订单总价 应付金额 应付款 应付 支付金额 付款金额 "
        "商品总价 商品总额 总金额 金额 总价 总计 合计 共计"
    ),
    Topic.COURIER: (
        "快递公司 物流公司 物流方式 配送方式 快递方式 承运公司 发货快递 快递名称 "
        "指定快递 快递 物流"
    ),
    Topic.TRACKING: (
        "快递单号 物流单号 运单号码 运单编号 运单号 快递运单号 面单号 快递编号 单号"
    ),
    Topic.MESSAGE: (
        "买家留言 买家备注 客户留言 客户备注 顾客留言 用户留言 用户备注 订单留言 "
        "买家附言 附言 留言 特殊要求 要求"
    ),
    Topic.REMARK: "卖家备注 商家备注 客服备注 店铺备注 订单备注 后台备注 备注",
    Topic.SENDER: (
        "寄件人姓名 寄件人电话 寄件人手机 寄件人地址 寄件人 寄件方 寄件电话 "
        "寄件手机 寄件地址 发件人姓名 发件人电话 发件人地址 发件人 发件方 "
        "发件电话 发件地址 发货人 发货地址 寄 发"
    ),
    Topic.OTHER: (
        "订单状态 交易状态 支付方式 付款方式 店铺名称 店铺 支付宝交易号 "
        "支付宝账号 支付宝 税号 抬头 邮箱 公司名称 发票抬头 发票类型 发票 "
        "商家编码 商品编码 商品编号 商品id 货号 发货时间 发货状态 售后状态 "
        "身份证号 身份证 序号"
    ),
}
"""By topic, apart by spaces; `_` stands for a space that may be left out."""
