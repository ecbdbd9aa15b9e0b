/** Product attributes a merchant added, those that map to Amazon among them: code | label | input, one a line. */
export const merchantAttributes = `
asin|ASIN|text
ean|EAN|text
isbn|ISBN|text
upc|UPC|text
gcid|GCID|text
amazon_asin_us|Amazon ASIN (US)|text
amazon_asin_uk|Amazon ASIN (UK)|text
amazon_condition|Amazon Condition|select
amazon_condition_note|Amazon Condition Note|textarea
amazon_title|Amazon Title|text
amazon_bullet_point_1|Amazon Bullet Point 1|text
amazon_bullet_point_2|Amazon Bullet Point 2|text
amazon_bullet_point_3|Amazon Bullet Point 3|text
amazon_bullet_point_4|Amazon Bullet Point 4|text
amazon_bullet_point_5|Amazon Bullet Point 5|text
amazon_search_terms|Amazon Search Terms|text
amazon_browse_node|Amazon Browse Node|text
amazon_price|Amazon Price|price
amazon_fulfilled_by|Amazon Fulfilled By|select
amazon_handling_days|Amazon Handling Days|text
amazon_list|List on Amazon|boolean
amazon_tax_code|Amazon Product Tax Code|text
gtin|GTIN|text
gtin_case|GTIN of the Case|text
jan|JAN|text
mpn|Manufacturer Part Number|text
brand|Brand|select
brand_line|Brand Line|text
supplier|Supplier|select
supplier_sku|Supplier SKU|text
supplier_lead_days|Supplier Lead Time (days)|text
erp_id|ERP Number|text
erp_group|ERP Product Group|select
pim_id|PIM Number|text
hs_code|Customs Tariff Number|text
origin_region|Region of Origin|text
season|Season|select
season_year|Season Year|text
launch_date|Launch Date|date
end_of_life_date|End of Life|date
replaced_by|Replaced By|text
warranty_months|Warranty (months)|text
warranty_text|Warranty Terms|textarea
package_length|Package Length (cm)|text
package_width|Package Width (cm)|text
package_height|Package Height (cm)|text
package_weight|Package Weight (kg)|text
item_length|Item Length (cm)|text
item_width|Item Width (cm)|text
item_height|Item Height (cm)|text
item_diameter|Item Diameter (cm)|text
units_per_pack|Units per Pack|text
minimum_age|Minimum Age|select
hazmat_class|Hazardous Goods Class|select
hazmat_un_number|UN Number|text
battery_type|Battery Type|select
battery_count|Batteries Included|text
battery_weight|Battery Weight (g)|text
voltage|Voltage (V)|text
wattage|Power (W)|text
plug_type|Plug Type|select
energy_label|Energy Label|select
ip_rating|Ingress Protection|select
bluetooth_version|Bluetooth Version|select
wireless_standard|Wireless Standard|multiselect
connector|Connector|multiselect
screen_size|Screen Size (in)|text
screen_resolution|Screen Resolution|select
memory_gb|Memory (GB)|text
storage_gb|Storage (GB)|text
operating_system|Operating System|select
fabric|Fabric|multiselect
fabric_weight|Fabric Weight (g/m2)|text
fabric_care|Care|multiselect
fit|Fit|select
inseam|Inseam (cm)|select
waist|Waist (cm)|select
shoe_size_eu|Shoe Size (EU)|select
shoe_size_uk|Shoe Size (UK)|select
shoe_size_us|Shoe Size (US)|select
shoe_width|Shoe Width|select
heel_height|Heel Height (cm)|text
sole_material|Sole Material|select
waterproof|Waterproof|boolean
water_column|Water Column (mm)|text
windproof|Windproof|boolean
insulation|Insulation|select
temperature_comfort|Comfort Temperature (C)|text
tent_persons|Tent Capacity|select
backpack_volume|Backpack Volume (l)|text
rope_length|Rope Length (m)|text
rope_diameter|Rope Diameter (mm)|text
frame_size|Frame Size|select
wheel_size|Wheel Size (in)|select
gears|Number of Gears|text
ski_length|Ski Length (cm)|select
bindings|Bindings|select
lens_category|Lens Category|select
uv_protection|UV Protection|boolean
author|Author|text
publisher|Publisher|text
publication_date|Publication Date|date
pages|Number of Pages|text
binding|Binding|select
book_language|Language|select
book_edition|Edition|text
ingredients|Ingredients|textarea
allergens|Allergens|multiselect
net_content|Net Content|text
net_content_unit|Net Content Unit|select
best_before_days|Shelf Life (days)|text
organic|Organic|boolean
vegan|Vegan|boolean
fragrance|Fragrance|select
skin_type|Skin Type|multiselect
spf|Sun Protection Factor|select
recycled_share|Recycled Share (%)|text
certificate|Certificates|multiselect
safety_sheet|Safety Data Sheet|text
manual_url|Manual|text
video_url|Video|text
size_chart|Size Chart|select
google_category|Google Product Category|text
channel_exclude|Exclude from Channels|multiselect
price_floor|Lowest Price|price
price_ceiling|Highest Price|price
margin_class|Margin Class|select
stock_location|Stock Location|text
drop_ship|Drop Ship|boolean
bulky|Bulky Goods|boolean
`;
