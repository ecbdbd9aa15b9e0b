/** Product attributes every Adobe Commerce installation has: code | label | input, one a line. */
export const coreAttributes = `
name|Product Name|text
sku|SKU|text
description|Description|textarea
short_description|Short Description|textarea
price|Price|price
special_price|Special Price|price
special_from_date|Special Price From Date|date
special_to_date|Special Price To Date|date
cost|Cost|price
weight|Weight|weight
weight_type|Dynamic Weight|boolean
manufacturer|Manufacturer|select
meta_title|Meta Title|text
meta_keyword|Meta Keywords|textarea
meta_description|Meta Description|textarea
image|Base|media_image
small_image|Small|media_image
thumbnail|Thumbnail|media_image
swatch_image|Swatch|media_image
media_gallery|Media Gallery|gallery
old_id|Old ID|text
tier_price|Tier Price|text
color|Color|select
news_from_date|Set Product as New from Date|date
news_to_date|Set Product as New to Date|date
gallery|Image Gallery|gallery
status|Enable Product|select
minimal_price|Minimal Price|price
visibility|Visibility|select
custom_design|New Theme|select
custom_design_from|Active From|date
custom_design_to|Active To|date
custom_layout_update|Layout Update XML|textarea
custom_layout_update_file|Custom Layout Update|select
page_layout|Layout|select
category_ids|Categories|text
options_container|Display Product Options In|select
required_options|Required Options|text
has_options|Has Options|text
image_label|Image Label|text
small_image_label|Small Image Label|text
thumbnail_label|Thumbnail Label|text
created_at|Created At|date
updated_at|Updated At|date
country_of_manufacture|Country of Manufacture|select
quantity_and_stock_status|Quantity|select
custom_layout|New Layout|select
url_key|URL Key|text
url_path|URL Path|text
msrp|Manufacturer's Suggested Retail Price|price
msrp_display_actual_price_type|Display Actual Price|select
price_type|Dynamic Price|boolean
price_view|Price View|select
sku_type|Dynamic SKU|boolean
shipment_type|Ship Bundle Items|select
links_purchased_separately|Links can be purchased separately|select
samples_title|Samples title|text
links_title|Links title|text
links_exist|Links exist|text
gift_message_available|Allow Gift Message|select
gift_wrapping_available|Allow Gift Wrapping|select
gift_wrapping_price|Price for Gift Wrapping|price
giftcard_type|Card Type|select
giftcard_amounts|Amounts|price
allow_open_amount|Open Amount|boolean
open_amount_min|Open Amount From|price
open_amount_max|Open Amount To|price
is_redeemable|Is Redeemable|boolean
lifetime|Lifetime|text
email_template|Email Template|select
allow_message|Allow Message|boolean
is_returnable|Enable RMA|select
related_tgtr_position_behavior|Related Products Position Behavior|select
related_tgtr_position_limit|Related Products Limit|text
upsell_tgtr_position_behavior|Upsell Products Position Behavior|select
upsell_tgtr_position_limit|Upsell Products Limit|text
tax_class_id|Tax Class|select
activity|Activity|multiselect
style_general|Style|multiselect
material|Material|multiselect
size|Size|select
pattern|Pattern|multiselect
climate|Climate|multiselect
eco_collection|Eco Collection|boolean
performance_fabric|Performance Fabric|boolean
erin_recommends|Erin Recommends|boolean
new|New|boolean
sale|Sale|boolean
format|Format|select
gender|Gender|multiselect
category_gear|Category Gear|multiselect
features_bags|Features|multiselect
strap_bags|Strap or Handle|multiselect
style_bags|Bag Style|multiselect
style_bottom|Bottom Style|multiselect
sleeve|Sleeve|multiselect
collar|Collar|multiselect
purpose|Purpose|multiselect
`;
